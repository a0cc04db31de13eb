package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * Adds up arrays, one a block, in the order of the blocks where they are few and not long: the same sum every time. More
 * than the driver should hold at once are added up on the executors.
 */
final class BlockSums {
    private static final int COLLECTED = 64;
    private static final long COLLECTED_NUMBERS = 1 << 24;

    private BlockSums() {}

    /** Whether so many arrays of a length may come to the driver at once. */
    static boolean collected(int count, int length) {
        return count <= COLLECTED && (long) count * length <= COLLECTED_NUMBERS;
    }

    /** The sum of all arrays. @param length of each */
    static double[] of(JavaRDD<double[]> parts, int length) {
        int count = parts.getNumPartitions();
        if (!collected(count, length)) {
            return parts.treeReduce(BlockSums::add);
        }
        return of(Blocks.collect(parts), length);
    }

    /** Two such sums, of arrays of one length, in one Spark job where neither needs the executors to add up. */
    static double[][] ofBoth(JavaRDD<double[]> first, JavaRDD<double[]> second, int length) {
        int count = first.getNumPartitions();
        int all = count + second.getNumPartitions();
        if (!collected(all, length)) {
            return new double[][] {of(first, length), of(second, length)};
        }
        List<double[]> parts = Blocks.collect(first.union(second));
        return new double[][] {of(parts.subList(0, count), length), of(parts.subList(count, all), length)};
    }

    static double[] of(List<double[]> parts, int length) {
        double[] sum = new double[length];
        for (double[] part : parts) {
            add(sum, part);
        }
        return sum;
    }

    private static double[] add(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        return a;
    }
}
