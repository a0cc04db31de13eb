package org.certifact.linalg.slack;

/** S = S₁ + S₂ from two sets. Each takes half of H, so that a step along −X stays within the curvature of the dual. */
public final class SumSlack implements Slack {
    private static final long serialVersionUID = 1L;

    private final Slack first;
    private final Slack second;

    public SumSlack(Slack first, Slack second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public double apply(double[] h, int rows, int width) {
        double[] other = new double[rows * width];
        for (int k = 0; k < other.length; k++) {
            h[k] *= 0.5;
            other[k] = h[k];
        }
        double polar = Math.max(first.apply(h, rows, width), second.apply(other, rows, width));
        for (int k = 0; k < other.length; k++) {
            h[k] += other[k];
        }
        return polar;
    }
}
