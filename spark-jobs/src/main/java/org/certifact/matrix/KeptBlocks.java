package org.certifact.matrix;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Blocks made once and looked at again and again. Where they are the driver's own objects, and small beside its memory, it works on
 * them itself, on all cores: a product with a few vectors takes a millisecond, and the Spark job around it ten. Else Spark
 * keeps them, and every look is a job.
 */
abstract class KeptBlocks<T> {
    /** The part of the driver's memory that it may hold on to without Spark's knowledge. */
    private static final int PART_OF_MEMORY = 8;

    /** Blocks that somebody else keeps. @param bytes of all of them, with what they look at */
    static <T> KeptBlocks<T> of(JavaRDD<T> blocks, long bytes) {
        return byDriver(blocks.context(), bytes) ? here(Blocks.collect(blocks)) : new BySpark<>(blocks);
    }

    /** Blocks that are yet to be computed. @param bytes of all of them, with what they look at */
    static <T> KeptBlocks<T> computed(JavaRDD<T> blocks, String name, long bytes) {
        return byDriver(blocks.context(), bytes)
                ? here(Blocks.collect(blocks))
                : new BySpark<>(blocks.persist(StorageLevel.MEMORY_AND_DISK()).setName(name));
    }

    /** Blocks that the driver has at hand. */
    static <T> KeptBlocks<T> here(List<T> blocks) {
        return new ByDriver<>(blocks);
    }

    /** Whether the driver has, and can hold on to, so much. */
    static boolean byDriver(SparkContext spark, long bytes) {
        return Shared.inDriver(spark) && bytes <= Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
    }

    /** One result a block, in order. */
    abstract <R> List<R> each(Blocks.Numbered<T, R> f);

    /** The sum of arrays, one a block. @param length of each */
    abstract double[] sum(Blocks.Numbered<T, double[]> f, int length);

    /** Has a value for wherever the blocks are. */
    abstract <V> Shared<V> share(V value);

    /** Lets go of what was computed. */
    abstract void discard();

    private static final class BySpark<T> extends KeptBlocks<T> {
        private final JavaRDD<T> blocks;

        BySpark(JavaRDD<T> blocks) {
            this.blocks = blocks;
        }

        @Override
        <R> List<R> each(Blocks.Numbered<T, R> f) {
            return Blocks.collect(Blocks.numbered(blocks, f));
        }

        @Override
        double[] sum(Blocks.Numbered<T, double[]> f, int length) {
            return BlockSums.of(Blocks.numbered(blocks, f), length);
        }

        @Override
        <V> Shared<V> share(V value) {
            return Shared.of(blocks, value);
        }

        @Override
        void discard() {
            blocks.unpersist(false);
        }
    }

    private static final class ByDriver<T> extends KeptBlocks<T> {
        private final List<T> blocks;

        ByDriver(List<T> blocks) {
            this.blocks = blocks;
        }

        @Override
        <R> List<R> each(Blocks.Numbered<T, R> f) {
            return IntStream.range(0, blocks.size())
                    .parallel()
                    .mapToObj(p -> f.of(p, blocks.get(p)))
                    .toList();
        }

        @Override
        double[] sum(Blocks.Numbered<T, double[]> f, int length) {
            return BlockSums.of(each(f), length);
        }

        @Override
        <V> Shared<V> share(V value) {
            return Shared.here(value);
        }

        @Override
        void discard() {
            // they go with whoever made this
        }
    }
}
