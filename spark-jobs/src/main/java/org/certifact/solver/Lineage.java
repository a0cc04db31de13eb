package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;

/** Cuts the lineage of iterated RDDs by reliable checkpoints, so that it, and the stack that walks it, stay short. */
final class Lineage {
    private static final int INTERVAL = 20;

    private int generations;

    /** Counts one generation; every so many, and the one after, are written to the checkpoint directory. */
    void grow(JavaRDD<?> next) {
        generations++;
        // two in a row: U and V both start from files then
        if (generations % (2 * INTERVAL) < 2 && generations >= 2 * INTERVAL && next.context().getCheckpointDir().isDefined()) {
            next.checkpoint();
        }
    }
}
