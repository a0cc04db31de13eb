package org.certifact.jobs;

import java.util.List;

/**
 * Seconds of repeated runs.
 *
 * @param all in the order of the runs
 */
record Times(double median, double least, double most, List<Double> all) {
    static Times of(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return new Times(median(sorted), sorted.get(0), sorted.get(sorted.size() - 1), List.copyOf(all));
    }

    /** The most over the least. */
    double spread() {
        return most / least;
    }

    /** @param sorted ascending, at least one */
    static double median(List<Double> sorted) {
        int n = sorted.size();
        return 0.5 * (sorted.get((n - 1) / 2) + sorted.get(n / 2));
    }
}
