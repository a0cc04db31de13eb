package org.certifact.matrix;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Partitions each of which sees the elements of all partitions of another RDD: a shuffle without one, for data that this
 * process keeps in memory. Each looks for itself for what it is concerned with.
 */
final class EveryPart<T> extends RDD<T> {
    private static final long serialVersionUID = 1L;

    /** Partitions up to which everyone may look at everything, and every task name all that it looks at. */
    private static final int MOST_READERS = 32;

    private final int count;
    private final boolean ownFirst;

    private EveryPart(RDD<T> parent, int count, boolean ownFirst) {
        super(parent.context(), dependencies(parent), ClassTag$.MODULE$.apply(Object.class));
        this.count = count;
        this.ownFirst = ownFirst;
    }

    /** Whether everything is, or will be, in the memory of the one process that there is. */
    static boolean pays(JavaRDD<?> parent, int count) {
        return parent.context().isLocal() && parent.getStorageLevel().isValid() && count <= MOST_READERS;
    }

    /** @param count number of partitions, each with all elements in their order */
    static <T> JavaRDD<T> of(JavaRDD<T> parent, int count) {
        return JavaRDD.fromRDD(new EveryPart<>(parent.rdd(), count, false), parent.classTag());
    }

    /** The same for elements that have yet to be computed: each begins with another, lest all wait for the first. */
    static <T> JavaRDD<T> ownFirst(JavaRDD<T> parent, int count) {
        return JavaRDD.fromRDD(new EveryPart<>(parent.rdd(), count, true), parent.classTag());
    }

    private static scala.collection.immutable.Seq<Dependency<?>> dependencies(RDD<?> parent) {
        List<Dependency<?>> one = List.of(new OnAll(parent));
        return CollectionConverters.asScala(one).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] all = dependencies().apply(0).rdd().partitions();
        return IntStream.range(0, count)
                .mapToObj(p -> new All(p, turned(all, p)))
                .toArray(Partition[]::new);
    }

    private Partition[] turned(Partition[] all, int p) {
        Partition[] turned = all.clone();
        if (ownFirst && all.length > 0) {
            Collections.rotate(Arrays.asList(turned), -(p % all.length));
        }
        return turned;
    }

    @Override
    @SuppressWarnings("unchecked")
    public scala.collection.Iterator<T> compute(Partition split, TaskContext context) {
        RDD<T> parent = (RDD<T>) dependencies().apply(0).rdd();
        return CollectionConverters.asScala(
                new Chain<>(List.of(((All) split).parts).iterator(), parent, context));
    }

    /** One partition after the other. */
    private static final class Chain<T> implements Iterator<T> {
        private final Iterator<Partition> parts;
        private final RDD<T> parent;
        private final TaskContext context;
        private Iterator<T> current = Collections.emptyIterator();

        Chain(Iterator<Partition> parts, RDD<T> parent, TaskContext context) {
            this.parts = parts;
            this.parent = parent;
            this.context = context;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && parts.hasNext()) {
                current = CollectionConverters.asJava(parent.iterator(parts.next(), context));
            }
            return current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }

    /** Every partition needs all. */
    private static final class OnAll extends NarrowDependency<Object> {
        private static final long serialVersionUID = 1L;

        private final int parts;

        @SuppressWarnings("unchecked")
        OnAll(RDD<?> parent) {
            super((RDD<Object>) parent);
            this.parts = parent.getNumPartitions();
        }

        @Override
        public scala.collection.immutable.Seq<Object> getParents(int p) {
            List<Object> all =
                    IntStream.range(0, parts).<Object>mapToObj(i -> i).toList();
            return CollectionConverters.asScala(all).toSeq();
        }
    }

    /** All of the parent's partitions, under one number. */
    private static final class All implements Partition {
        private static final long serialVersionUID = 1L;

        private final int index;
        private final Partition[] parts;

        All(int index, Partition[] parts) {
            this.index = index;
            this.parts = parts;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof All that && that.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }
}
