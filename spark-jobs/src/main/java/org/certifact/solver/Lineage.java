package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;

/**
 * Cuts the lineage of iterated factors by reliable checkpoints. A factor depends on its predecessor partition by
 * partition, so every task carries the chain back to the last checkpoint: a long one costs more to serialize than a small
 * sweep takes, and overflows the stack in the end.
 */
final class Lineage {
    private static final int INTERVAL = 5;

    private final int interval;
    private int halves;

    Lineage() {
        this(INTERVAL);
    }

    /** @param interval sweeps between checkpoints */
    Lineage(int interval) {
        this.interval = interval;
    }

    /** Counts one half-sweep: both halves of every so many sweeps are checkpointed, where that costs nothing every one. */
    void grow(JavaRDD<?> next) {
        if (!next.context().getCheckpointDir().isDefined() || next.context().isLocal()) {
            // where the blocks live in the driver's own process they are lost with it only; and a run that keeps
            // nothing, such as a verification, can start again
            next.rdd().localCheckpoint();
        } else if (halves / 2 % interval == interval - 1) {
            next.checkpoint();
        }
        halves++;
    }
}
