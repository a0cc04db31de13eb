package org.certifact.matrix;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.DenseBlock;

/**
 * Sums over the cells of a matrix that are stored.
 *
 * @param entries their number
 * @param weight Σ w
 * @param weightedValue Σ w y
 * @param weightedSquare Σ w y²
 * @param largestWeight max w
 */
public record Totals(long entries, double weight, double weightedValue, double weightedSquare, double largestWeight)
        implements Serializable {
    /** Sums of a block. */
    static final int LENGTH = 5;

    static Totals of(JavaRDD<DataBlock> blocks) {
        // arrays travel, not records: Spark's Kryo cannot write records
        return of(Blocks.collect(Blocks.map(blocks, Totals::ofBlock)));
    }

    /** The same, with the rows' ids computed, and kept where that is asked of them, in the same job. */
    static Totals of(JavaRDD<DataBlock> blocks, JavaRDD<String[]> rowIds) {
        return of(Blocks.collect(Blocks.zip(blocks, rowIds, (data, ids) -> ofBlock(data))));
    }

    private static Totals of(List<double[]> parts) {
        double[] sum = BlockSums.of(parts, LENGTH);
        double largest = parts.stream().mapToDouble(p -> p[4]).max().orElse(0);
        return new Totals((long) sum[0], sum[1], sum[2], sum[3], largest);
    }

    /** The five sums over one block. */
    static double[] ofBlock(DataBlock data) {
        double[] sum = new double[LENGTH];
        if (data.block() instanceof DenseBlock dense) {
            for (double y : dense.values()) {
                sum[2] += y;
            }
            double cells = dense.values().length;
            return new double[] {cells, cells, sum[2], dense.squaredNorm(), 1};
        }
        double[] y = data.entries().values();
        double[] weight = data.entries().weights();
        if (weight == null) {
            double total = 0;
            double squares = 0;
            for (double v : y) {
                total += v;
                squares += v * v;
            }
            return new double[] {y.length, y.length, total, squares, y.length == 0 ? 0 : 1};
        }
        sum[0] = y.length;
        for (int k = 0; k < y.length; k++) {
            sum[1] += weight[k];
            sum[2] += weight[k] * y[k];
            sum[3] += weight[k] * y[k] * y[k];
            sum[4] = Math.max(sum[4], weight[k]);
        }
        return sum;
    }

    /** The weighted mean value. */
    public double mean() {
        return weightedValue / weight;
    }
}
