package org.certifact.matrix;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction2;

/** Joins RDDs that hold one element a partition: partition p of one meets partition p of the other. */
final class Zip {
    private Zip() {}

    /** What is made of two elements. */
    @FunctionalInterface
    interface Pairwise<A, B, R> extends Serializable {
        R of(A a, B b);
    }

    static <A, B, R> FlatMapFunction2<Iterator<A>, Iterator<B>, R> of(Pairwise<A, B, R> f) {
        return (as, bs) -> List.of(f.of(as.next(), bs.next())).iterator();
    }
}
