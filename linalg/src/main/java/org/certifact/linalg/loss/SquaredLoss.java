package org.certifact.linalg.loss;

/** ½(y − x)². */
public record SquaredLoss() implements Loss {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
        return "squared";
    }

    @Override
    public double value(double y, double x) {
        return 0.5 * (y - x) * (y - x);
    }

    @Override
    public double derivative(double y, double x) {
        return x - y;
    }

    @Override
    public double conjugate(double y, double z) {
        return z * y + 0.5 * z * z;
    }

    @Override
    public boolean quadraticConjugate() {
        return true;
    }

    @Override
    public double largestSlope() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double curvature() {
        return 1;
    }

    @Override
    public double curvature(double y, double x) {
        return 1;
    }
}
