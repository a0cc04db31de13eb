package org.certifact.linalg.quartic;

import java.util.function.DoubleUnaryOperator;

/**
 * Looks for the scale s at which a bound b(s), growing with s, passes 1: there √max(b, 1)/s, the bound on the polar over λ,
 * is least. A secant in logarithms; any s that it tries gives a bound.
 */
final class ScaleSearch {
    /** Where b is aimed, and below 1 from where on it is near enough. */
    private static final double AIM = 0.9998;

    private static final double NEAR = 0.9993;

    /** b grows about like this power of s, before more is known. */
    private static final double POWER = 3;

    private static final double LEAST_POWER = 1;
    private static final double LARGEST_POWER = 20;

    private final DoubleUnaryOperator bound;
    private double below;
    private double belowBound;
    private double above = Double.POSITIVE_INFINITY;
    private double aboveBound;
    private double best = Double.POSITIVE_INFINITY;
    private boolean settled;
    private double next;
    private double power = POWER;
    private double lastScale;
    private double lastBound;

    /** @param bound b(s), infinite where nothing was proved @param first scale to try */
    ScaleSearch(DoubleUnaryOperator bound, double first) {
        this.bound = bound;
        this.next = first;
    }

    /** The least √max(b, 1)/s so far. */
    double best() {
        return best;
    }

    /** Whether another scale would gain little. */
    boolean settled() {
        return settled;
    }

    /** Tries one scale. */
    void advance() {
        double s = next;
        double b = bound.applyAsDouble(s);
        best = Math.min(best, Math.sqrt(Math.max(b, 1)) / s);
        if (b <= 1) {
            below = s;
            belowBound = b;
        } else {
            above = s;
            aboveBound = b;
        }
        settled = (b <= 1 && b > NEAR) || above <= below;
        learn(s, b);
        next = below > 0 && above < Double.POSITIVE_INFINITY ? between() : beyond(s, b);
    }

    private void learn(double s, double b) {
        double estimate = Math.log(b / lastBound) / Math.log(s / lastScale);
        if (Double.isFinite(estimate)) {
            power = Math.max(LEAST_POWER, Math.min(LARGEST_POWER, estimate));
        }
        lastScale = s;
        lastBound = b;
    }

    private double between() {
        double share = Math.log(AIM / belowBound) / Math.log(aboveBound / belowBound);
        return below * Math.pow(above / below, share > 0 ? Math.min(0.95, Math.max(0.05, share)) : 0.5);
    }

    private static double clamped(double factor) {
        return Math.min(2, Math.max(0.5, factor));
    }

    private double beyond(double s, double b) {
        return s * (b > 0 ? clamped(Math.pow(AIM / b, 1 / power)) : 2);
    }
}
