package org.certifact.matrix;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Adds up small arrays, one a block, in the order of the blocks where they are few: the same sum every time. */
final class BlockSums {
    private static final int COLLECTED = 64;

    private BlockSums() {}

    /** The sum of all arrays. @param length of each */
    static double[] of(JavaRDD<double[]> parts, int length) {
        if (parts.getNumPartitions() > COLLECTED) {
            return parts.treeReduce(BlockSums::add);
        }
        return of(parts.collect(), length);
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
