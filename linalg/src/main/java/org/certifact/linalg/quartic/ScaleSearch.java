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

    /** b grows about like this power of s. */
    private static final double POWER = 3;

    private final DoubleUnaryOperator bound;
    private double below;
    private double belowBound;
    private double above = Double.POSITIVE_INFINITY;
    private double aboveBound;
    private double best = Double.POSITIVE_INFINITY;
    private boolean settled;
    private double next;

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
        settled = b <= 1 && b > NEAR;
        if (below > 0 && aboveBound < Double.POSITIVE_INFINITY && above < Double.POSITIVE_INFINITY && belowBound > 0) {
            double power = Math.log(AIM / belowBound) / Math.log(aboveBound / belowBound);
            next = below * Math.pow(above / below, Math.min(0.95, Math.max(0.05, power)));
        } else if (b > 0 && b < Double.POSITIVE_INFINITY) {
            next = s * Math.min(2, Math.max(0.5, Math.pow(AIM / b, 1 / POWER)));
        } else {
            next = b > 0 ? s / 2 : 2 * s;
        }
        if (above <= below) {
            settled = true;
        }
    }
}
