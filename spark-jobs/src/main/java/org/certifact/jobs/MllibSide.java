package org.certifact.jobs;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.certifact.matrix.BlockMatrix;
import org.certifact.ml.AlsFit;
import org.certifact.ml.AlsPeer;

/** MLlib's side of a comparison: how many blocks and iterations it needs, found untimed, and its timed fits. */
final class MllibSide {
    private static final int TRIAL_ITERATIONS = 3;

    private final AlsPeer peer;
    private final double lambda;
    private final int mostIterations;
    private final Map<Integer, IterationSearch> searches = new HashMap<>();
    private int blocks;

    MllibSide(SparkSession spark, BlockMatrix data, BenchSpec spec) {
        this.peer = new AlsPeer(spark, data, spec.lambda(), spec.seed());
        this.lambda = spec.lambda();
        this.mostIterations = spec.mostIterations();
    }

    /** Chooses the number of blocks by a few iterations of each: its default or one a core. @param rank to try at */
    void chooseBlocks(int rank, int cores) {
        int plain = AlsPeer.defaultBlocks();
        time(rank, TRIAL_ITERATIONS, plain); // the first is slow for other reasons
        blocks = cores != plain && time(rank, TRIAL_ITERATIONS, cores) < time(rank, TRIAL_ITERATIONS, plain)
                ? cores
                : plain;
    }

    int blocks() {
        return blocks;
    }

    /**
     * The fewest iterations at a rank that come within a tolerance of the optimum.
     *
     * @param optimum an upper bound of it, which favours the peer
     */
    IterationSearch.Found fewest(BlockMatrix data, int rank, double tolerance, double optimum) {
        return searches.computeIfAbsent(
                        rank, r -> new IterationSearch(k -> excess(objective(data, r, k), optimum), mostIterations))
                .fewest(tolerance);
    }

    private static double excess(double objective, double optimum) {
        return (objective - optimum) / objective;
    }

    private double objective(BlockMatrix data, int rank, int iterations) {
        AlsFit fit = peer.fit(rank, iterations, blocks);
        try {
            return fit.objective(data, lambda);
        } finally {
            fit.release();
        }
    }

    /** Seconds of one fit. */
    double time(int rank, int iterations, int blockCount) {
        System.gc();
        AlsFit fit = peer.fit(rank, iterations, blockCount);
        fit.release();
        return fit.seconds();
    }

    void close() {
        peer.unpersist();
    }
}
