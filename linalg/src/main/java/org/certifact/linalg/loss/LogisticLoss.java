package org.certifact.linalg.loss;

/** log(1 + exp(∓x)) for labels: y > 0 is a yes, any other y a no; x is the logarithm of the odds of a yes. */
public record LogisticLoss() implements Loss {
    private static final long serialVersionUID = 1L;

    /** Below it tanh(x/2)/(2x) is taken from its series, whose next term is then under the rounding. */
    private static final double SMALL = 1e-3;

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public double value(double y, double x) {
        double margin = sign(y) * x;
        return Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
    }

    @Override
    public double derivative(double y, double x) {
        double sign = sign(y);
        return -sign / (1 + Math.exp(sign * x));
    }

    /** t log t + (1 − t) log(1 − t) for t = ∓z in [0, 1]: minus the entropy of a coin. */
    @Override
    public double conjugate(double y, double z) {
        double t = -sign(y) * z;
        return t >= 0 && t <= 1 ? timesLog(t) + timesLog(1 - t) : Double.POSITIVE_INFINITY;
    }

    private static double timesLog(double t) {
        return t == 0 ? 0 : t * Math.log(t);
    }

    private static double sign(double y) {
        return y > 0 ? 1 : -1;
    }

    @Override
    public boolean quadraticConjugate() {
        return false;
    }

    @Override
    public double largestSlope() {
        return 1;
    }

    @Override
    public double curvature() {
        return 0.25;
    }

    /** tanh(x/2)/(2x) (Jaakkola and Jordan 2000): no smaller curvature would do. */
    @Override
    public double curvature(double y, double x) {
        return Math.abs(x) < SMALL ? 0.25 - x * x / 48 : Math.tanh(0.5 * x) / (2 * x);
    }
}
