package org.certifact.linalg.slack;

/**
 * ‖S_i‖₂ ≤ λγ for every row i, for a gauge ‖·‖₂ + γ‖·‖₁ on the side of the rows: then |S_i·v| ≤ λγ for every unit v, and a
 * sum over rows is at most λ times the ℓ₁ part. It is the multiplier of γ Σ_i ‖X_i‖₂; T(H) projects −H.
 */
public final class RowNormSlack implements Slack {
    private static final long serialVersionUID = 1L;

    /** Rows are kept this much shorter than they must be, so that rounding cannot lift them above the bound. */
    private static final double MARGIN = 1e-12;

    private final double radius;
    private final double sparsity;

    /** @param lambda λ @param sparsity γ > 0 */
    public RowNormSlack(double lambda, double sparsity) {
        this.radius = lambda * sparsity;
        this.sparsity = sparsity;
    }

    @Override
    public double apply(double[] h, int rows, int width) {
        double longest = 0;
        for (int i = 0; i < rows; i++) {
            double squares = 0;
            for (int k = i * width; k < (i + 1) * width; k++) {
                squares += h[k] * h[k];
            }
            double length = Math.sqrt(squares);
            double most = (1 - MARGIN) * radius;
            double scale = length > most ? most / length : 1;
            for (int k = i * width; k < (i + 1) * width; k++) {
                h[k] *= -scale;
            }
            longest = Math.max(longest, Math.min(length, radius));
        }
        return longest / sparsity;
    }
}
