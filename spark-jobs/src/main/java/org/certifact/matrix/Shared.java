package org.certifact.matrix;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Arrays that the driver sends to every executor. Broadcast rather than captured by a closure: a task carries the closures
 * of its whole lineage, and would carry every array of every generation with them.
 */
public final class Shared {
    private Shared() {}

    /** Sends a value to wherever an RDD is computed. */
    public static <T> Broadcast<T> broadcast(JavaRDD<?> where, T value) {
        return JavaSparkContext.fromSparkContext(where.context()).broadcast(value);
    }
}
