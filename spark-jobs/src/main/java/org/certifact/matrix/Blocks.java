package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/** What is done with RDDs that hold one element a partition: all that the solver works on. */
public final class Blocks {
    private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

    private Blocks() {}

    /** What is made of a block. */
    @FunctionalInterface
    public interface Each<A, R> extends Serializable {
        R of(A block);
    }

    /** What is made of a block and its number. */
    @FunctionalInterface
    public interface Numbered<A, R> extends Serializable {
        R of(int p, A block);
    }

    /** What is made of two blocks of one number. */
    @FunctionalInterface
    public interface Pairwise<A, B, R> extends Serializable {
        R of(A a, B b);
    }

    /** What is made of two blocks of one number, and the number. */
    @FunctionalInterface
    public interface NumberedPair<A, B, R> extends Serializable {
        R of(int p, A a, B b);
    }

    /** What is made of all elements of a partition. */
    @FunctionalInterface
    public interface Whole<A, R> extends Serializable {
        R of(Iterator<A> elements);
    }

    /** Lazily, one result a partition of any number of elements. */
    @SuppressWarnings("unchecked")
    public static <A, R> JavaRDD<R> whole(JavaRDD<A> partitions, Whole<A, R> f) {
        return of(List.of(partitions.rdd()), (p, parts) -> one(f.of((Iterator<A>) parts.get(0))));
    }

    /** Lazily, one result a block. */
    public static <A, R> JavaRDD<R> map(JavaRDD<A> blocks, Each<A, R> f) {
        return numbered(blocks, (p, block) -> f.of(block));
    }

    /** Lazily, one result a block. */
    @SuppressWarnings("unchecked")
    public static <A, R> JavaRDD<R> numbered(JavaRDD<A> blocks, Numbered<A, R> f) {
        return of(
                List.of(blocks.rdd()),
                (p, parts) -> one(f.of(p, (A) parts.get(0).next())));
    }

    /** Partition p of one meets partition p of the other; lazily, one result a pair. */
    public static <A, B, R> JavaRDD<R> zip(JavaRDD<A> first, JavaRDD<B> second, Pairwise<A, B, R> f) {
        return zipNumbered(first, second, (p, a, b) -> f.of(a, b));
    }

    /** The same with the blocks' number. */
    @SuppressWarnings("unchecked")
    public static <A, B, R> JavaRDD<R> zipNumbered(JavaRDD<A> first, JavaRDD<B> second, NumberedPair<A, B, R> f) {
        return of(
                List.of(first.rdd(), second.rdd()),
                (p, parts) ->
                        one(f.of(p, (A) parts.get(0).next(), (B) parts.get(1).next())));
    }

    static <R> JavaRDD<R> of(List<? extends RDD<?>> parents, BlockRdd.Recipe<R> recipe) {
        return JavaRDD.fromRDD(new BlockRdd<>(parents, recipe), any());
    }

    static <R> Iterator<R> one(R element) {
        return List.of(element).iterator();
    }

    /** Computes all blocks and brings them to the driver, in order. Not to be modified, for some may be kept as they are. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> collect(JavaRDD<T> blocks) {
        SparkContext spark = blocks.context();
        if (Shared.inDriver(spark)) {
            AtomicReferenceArray<T> all = new AtomicReferenceArray<>(blocks.getNumPartitions());
            spark.runJob(blocks.rdd(), new Placed<>(Shared.of(blocks, all)), any());
            return IntStream.range(0, all.length()).mapToObj(all::get).toList();
        }
        Object all = spark.runJob(blocks.rdd(), new Only<T>(), (ClassTag<T>) ANY);
        return Arrays.asList((T[]) all);
    }

    /** Computes all blocks now, where they are persisted. */
    public static void compute(JavaRDD<?> blocks) {
        collect(map(blocks, block -> true));
    }

    @SuppressWarnings("unchecked")
    static <T> ClassTag<T> any() {
        return (ClassTag<T>) ANY;
    }

    /** The one element of a partition. A class, not a lambda: Spark then has no closure to clean. */
    private static final class Only<T> extends AbstractFunction2<TaskContext, scala.collection.Iterator<T>, T>
            implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public T apply(TaskContext context, scala.collection.Iterator<T> part) {
            return part.next();
        }
    }

    /** Puts the one element of a partition where the driver looks for it, and so writes no copy. */
    private static final class Placed<T> extends AbstractFunction2<TaskContext, scala.collection.Iterator<T>, Boolean>
            implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Shared<AtomicReferenceArray<T>> all;

        Placed(Shared<AtomicReferenceArray<T>> all) {
            this.all = all;
        }

        @Override
        public Boolean apply(TaskContext context, scala.collection.Iterator<T> part) {
            all.value().set(context.partitionId(), part.next());
            return true;
        }
    }
}
