package org.certifact.linalg.certify;

import java.util.function.DoubleUnaryOperator;

/**
 * D(s) that only an evaluation tells: concave with D(0) = 0, searched by golden section for its top and by the Illinois
 * form of false position for where it reaches a value. Every s tried is feasible, so what is found is a bound however far
 * the search went.
 */
public final class SearchedScaling implements DualScaling {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Two values of s this share apart tell whether D still rises. */
    private static final double APART = 1e-4;

    private static final int MOST_STEPS = 40;

    /** Brackets end at this share of s. */
    private static final double SETTLED = 1e-7;

    private final DoubleUnaryOperator dual;
    private final double largest;

    /** @param dual D @param largest the s at which D ends, finite */
    public SearchedScaling(DoubleUnaryOperator dual, double largest) {
        this.dual = dual;
        this.largest = largest;
    }

    @Override
    public double best(double lambda, double polarUpper) {
        return Double.isNaN(polarUpper)
                ? Double.NaN
                : Math.max(0, top(Math.min(largest, lambda / polarUpper)).value());
    }

    @Override
    public double largestPolarReaching(double value, double lambda) {
        if (value <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        // near the optimum s = 1 reaches what is wanted of it
        Point high = at(Math.min(1, largest));
        if (!(high.value() >= value)) {
            high = top(largest);
        }
        return high.value() >= value ? lambda / firstReaching(value, high) : 0;
    }

    /** An s whose value is at least the one given, next to the smallest such. @param high one with such a value */
    private double firstReaching(double value, Point high) {
        Point low = new Point(0, 0);
        double below = -value;
        double above = high.value() - value;
        int side = 0;
        for (int step = 0; step < MOST_STEPS && high.s() - low.s() > SETTLED * high.s(); step++) {
            Point next = at(high.s() - above * (high.s() - low.s()) / (above - below));
            double excess = next.value() - value;
            if (excess >= 0) {
                high = next;
                above = excess;
                below = side > 0 ? below / 2 : below;
                side = 1;
            } else {
                low = next;
                below = excess;
                above = side < 0 ? above / 2 : above;
                side = -1;
            }
        }
        return high.s();
    }

    /** Where D is highest up to an end. */
    private Point top(double end) {
        Point last = at(end);
        if (!(end > 0) || last.value() >= at(end * (1 - APART)).value()) {
            return last;
        }
        double from = 0;
        double to = end;
        Point left = at(to - GOLDEN * (to - from));
        Point right = at(from + GOLDEN * (to - from));
        Point best = last;
        for (int step = 0; step < MOST_STEPS && to - from > APART * to; step++) {
            best = best.orBetter(left).orBetter(right);
            if (left.value() < right.value()) {
                from = left.s();
                left = right;
                right = at(from + GOLDEN * (to - from));
            } else {
                to = right.s();
                right = left;
                left = at(to - GOLDEN * (to - from));
            }
        }
        return best.orBetter(left).orBetter(right);
    }

    private Point at(double s) {
        return new Point(s, dual.applyAsDouble(s));
    }

    /** A scaling and its dual value. */
    private record Point(double s, double value) {
        Point orBetter(Point other) {
            return other.value() > value ? other : this;
        }
    }
}
