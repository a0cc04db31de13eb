package org.certifact.jobs;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** The fewest iterations of a method after which its objective is near enough, by doubling and bisecting. */
final class IterationSearch {
    private final IntToDoubleFunction excess;
    private final int most;
    private final Map<Integer, Double> known = new TreeMap<>();

    /**
     * @param excess relative distance from the optimum after so many iterations, which falls; asked once for each number
     * @param most iterations to try
     */
    IterationSearch(IntToDoubleFunction excess, int most) {
        this.excess = excess;
        this.most = most;
    }

    /**
     * Where the search ended.
     *
     * @param reached whether the tolerance is met; if not, iterations is the most that were tried
     */
    record Found(int iterations, double excess, boolean reached) {}

    Found fewest(double tolerance) {
        int low = 0;
        int high = 1;
        while (after(high) > tolerance) {
            if (high == most) {
                return new Found(most, after(most), false);
            }
            low = high;
            high = Math.min(2 * high, most);
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (after(middle) <= tolerance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Found(high, after(high), true);
    }

    private double after(int iterations) {
        return known.computeIfAbsent(iterations, excess::applyAsDouble);
    }
}
