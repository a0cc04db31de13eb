package org.certifact.matrix;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.OneToOneDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Partition p made of the partitions p of others. It says in one node of the lineage what a chain of Spark's zips and maps
 * says in several, each with a closure to be cleaned on the driver and shipped with every task; where a sweep is short
 * that takes longer than the sweep.
 */
final class BlockRdd<T> extends RDD<T> {
    private static final long serialVersionUID = 1L;

    private final Recipe<T> recipe;

    /** @param parents of one number of partitions */
    BlockRdd(List<? extends RDD<?>> parents, Recipe<T> recipe) {
        super(parents.get(0).context(), dependencies(parents), ClassTag$.MODULE$.apply(Object.class));
        this.recipe = recipe;
        for (RDD<?> parent : parents) {
            if (parent.getNumPartitions() != parents.get(0).getNumPartitions()) {
                throw new IllegalArgumentException(parent + " has " + parent.getNumPartitions() + " partitions, "
                        + parents.get(0) + " has " + parents.get(0).getNumPartitions());
            }
        }
    }

    /** What partition p is made of. */
    @FunctionalInterface
    interface Recipe<T> extends Serializable {
        /** @param parts the parents' partitions p */
        Iterator<T> of(int p, List<Iterator<Object>> parts);
    }

    private static scala.collection.immutable.Seq<Dependency<?>> dependencies(List<? extends RDD<?>> parents) {
        List<Dependency<?>> all = new ArrayList<>();
        parents.forEach(parent -> all.add(new OneToOneDependency<>(parent)));
        return CollectionConverters.asScala(all).toSeq();
    }

    private List<RDD<?>> parents() {
        List<RDD<?>> all = new ArrayList<>();
        CollectionConverters.asJava(dependencies()).forEach(d -> all.add(d.rdd()));
        return all;
    }

    @Override
    public Partition[] getPartitions() {
        List<RDD<?>> parents = parents();
        Partition[] partitions = new Partition[parents.get(0).getNumPartitions()];
        for (int p = 0; p < partitions.length; p++) {
            partitions[p] = new Joined(p, parents);
        }
        return partitions;
    }

    @Override
    @SuppressWarnings("unchecked")
    public scala.collection.Iterator<T> compute(Partition split, TaskContext context) {
        List<RDD<?>> parents = parents();
        List<Iterator<Object>> parts = new ArrayList<>();
        for (int k = 0; k < parents.size(); k++) {
            RDD<Object> parent = (RDD<Object>) parents.get(k);
            parts.add(CollectionConverters.asJava(parent.iterator(((Joined) split).parts[k], context)));
        }
        return CollectionConverters.asScala(recipe.of(split.index(), parts));
    }

    /** The parents' partitions of one number. */
    private static final class Joined implements Partition {
        private static final long serialVersionUID = 1L;

        private final int index;
        private final transient List<RDD<?>> parents;
        private Partition[] parts;

        Joined(int index, List<RDD<?>> parents) {
            this.index = index;
            this.parents = parents;
            locate();
        }

        private void locate() {
            parts = parents.stream().map(parent -> parent.partitions()[index]).toArray(Partition[]::new);
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Joined that && that.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }

        /** A parent may have been checkpointed since, and then has other partitions. */
        private void writeObject(ObjectOutputStream out) throws IOException {
            locate();
            out.defaultWriteObject();
        }
    }
}
