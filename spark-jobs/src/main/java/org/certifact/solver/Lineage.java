package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;

/**
 * Cuts the lineage of iterated factors by reliable checkpoints. A factor depends on its predecessor partition by
 * partition, so every task carries the chain back to the last checkpoint: a long one costs more to serialize than a small
 * sweep takes, and overflows the stack in the end.
 */
final class Lineage {
    /** Sweeps between checkpoints. */
    private static final int INTERVAL = 5;

    private int halves;

    /** Counts one half-sweep; both halves of every so many sweeps are written to the checkpoint directory. */
    void grow(JavaRDD<?> next) {
        if (halves / 2 % INTERVAL == INTERVAL - 1) {
            if (next.context().getCheckpointDir().isDefined()) {
                next.checkpoint();
            } else {
                // a run that keeps nothing, such as a verification, can start again where an executor is lost
                next.rdd().localCheckpoint();
            }
        }
        halves++;
    }
}
