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

    static Totals of(JavaRDD<DataBlock> blocks) {
        // arrays travel, not records: Spark's Kryo cannot write records
        List<double[]> parts = Blocks.collect(Blocks.map(blocks, Totals::ofBlock));
        double[] sum = BlockSums.of(parts, 5);
        double largest = parts.stream().mapToDouble(p -> p[4]).max().orElse(0);
        return new Totals((long) sum[0], sum[1], sum[2], sum[3], largest);
    }

    private static double[] ofBlock(DataBlock data) {
        double[] sum = new double[5];
        if (data.block() instanceof DenseBlock dense) {
            for (double y : dense.values()) {
                sum[2] += y;
            }
            double cells = dense.values().length;
            return new double[] {cells, cells, sum[2], dense.squaredNorm(), 1};
        }
        double[] y = data.entries().values();
        sum[0] = y.length;
        for (int k = 0; k < y.length; k++) {
            double w = data.entries().weight(k);
            sum[1] += w;
            sum[2] += w * y[k];
            sum[3] += w * y[k] * y[k];
            sum[4] = Math.max(sum[4], w);
        }
        return sum;
    }

    /** The weighted mean value. */
    public double mean() {
        return weightedValue / weight;
    }
}
