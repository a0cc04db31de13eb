package org.certifact.linalg.slack;

/**
 * S ≥ 0, for u, v ≥ 0: uᵀ(A − S)v ≤ uᵀAv. It is the multiplier of X ≥ 0, and T(H) = max(−H, 0).
 */
public final class NonnegativeSlack implements Slack {
    private static final long serialVersionUID = 1L;

    @Override
    public double apply(double[] h, int rows, int width) {
        for (int k = 0; k < rows * width; k++) {
            h[k] = Math.max(0, -h[k]);
        }
        return 0;
    }
}
