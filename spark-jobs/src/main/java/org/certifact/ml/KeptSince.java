package org.certifact.ml;

import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;

/** What Spark has been told to keep since a moment, so that one run of a comparison can be cleared before the next. */
public final class KeptSince {
    private final JavaSparkContext spark;
    private final Set<Integer> before;

    private KeptSince(JavaSparkContext spark) {
        this.spark = spark;
        this.before = Set.copyOf(spark.getPersistentRDDs().keySet());
    }

    public static KeptSince now(JavaSparkContext spark) {
        return new KeptSince(spark);
    }

    /** Lets go of it, and waits until it is gone. */
    public void release() {
        spark.getPersistentRDDs().forEach((id, rdd) -> {
            if (!before.contains(id)) {
                rdd.unpersist(true);
            }
        });
    }
}
