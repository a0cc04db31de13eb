package org.certifact.jobs;

import java.util.List;
import java.util.OptionalDouble;
import org.certifact.linalg.certify.Verdict;

/**
 * One timed run of Certifact, in seconds.
 *
 * @param seconds from entries in memory to the end: the sum of the next three
 * @param gathering entries by row block, sorted, duplicates looked for
 * @param blocking both groupings of the matrix, centred
 * @param solving sweeps, growth, certificates
 * @param certifying the part of solving that went into certificates and the pruning before each
 * @param rankSweeps Σ over the sweeps of the rank that each had
 * @param path the objective on the way, seconds since solving began
 * @param counts what Spark did while solving
 */
record CertifactRun(
        double seconds,
        double gathering,
        double blocking,
        double solving,
        double certifying,
        Verdict verdict,
        int rank,
        int sweeps,
        int certificates,
        long rankSweeps,
        double primal,
        double dual,
        double relativeGap,
        List<Passed> path,
        RunMetrics.Counts counts,
        PeakHeap.Figures heap) {

    /** An objective, and when it was reached. */
    record Passed(double seconds, double objective) {}

    /** When the objective was first so low, proved or not, in seconds from the beginning of all. */
    OptionalDouble secondsTo(double objective) {
        return path.stream()
                .filter(passed -> passed.objective() <= objective)
                .mapToDouble(passed -> gathering + blocking + passed.seconds())
                .findFirst();
    }
}
