package org.certifact.linalg.loss;

/**
 * ½e² where |e| ≤ δ, else δ|e| − ½δ², e = y − x (Huber 1964). It is min_s ½(y − x − s)² + δ|s|: low rank plus sparse plus
 * noise, of which s is the sparse part.
 *
 * @param threshold δ > 0, in units of the data
 */
public record HuberLoss(double threshold) implements Loss {
    private static final long serialVersionUID = 1L;

    /** @throws IllegalArgumentException where δ is not a positive number */
    public HuberLoss {
        if (!(threshold > 0) || Double.isInfinite(threshold)) {
            throw new IllegalArgumentException("threshold " + threshold + ": must be a finite number above 0");
        }
    }

    @Override
    public String name() {
        return "huber";
    }

    @Override
    public double value(double y, double x) {
        double e = Math.abs(y - x);
        return e <= threshold ? 0.5 * e * e : threshold * (e - 0.5 * threshold);
    }

    @Override
    public double derivative(double y, double x) {
        return Math.max(-threshold, Math.min(threshold, x - y));
    }

    @Override
    public double conjugate(double y, double z) {
        return Math.abs(z) <= threshold ? z * y + 0.5 * z * z : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean quadraticConjugate() {
        return true;
    }

    @Override
    public double largestSlope() {
        return threshold;
    }

    @Override
    public double curvature() {
        return 1;
    }

    /** min(1, δ/|e|), the weight of iteratively reweighted least squares: no smaller curvature would do. */
    @Override
    public double curvature(double y, double x) {
        double e = Math.abs(y - x);
        return e <= threshold ? 1 : threshold / e;
    }
}
