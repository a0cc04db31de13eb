package org.certifact.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;

/**
 * A factor on the driver, in the order of its ids.
 *
 * @param ids of the rows
 * @param values rows × rank, row-major
 */
record CollectedFactor(String[] ids, double[] values, int rank) {

    static CollectedFactor of(JavaRDD<String[]> ids, FactorMatrix factor) {
        List<String> names = ids.collect().stream().flatMap(Arrays::stream).toList();
        double[] all = factor.collect();
        int rank = factor.rank();
        int[] order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get, FactorTable.BY_ID))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[all.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(all, order[i] * rank, values, i * rank, rank);
        }
        return new CollectedFactor(Arrays.stream(order).mapToObj(names::get).toArray(String[]::new), values, rank);
    }

    int rows() {
        return ids.length;
    }

    /** ‖column k‖₂. */
    double norm(int k) {
        double sum = 0;
        for (int i = k; i < values.length; i += rank) {
            sum += values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    /** Some columns, in a given order: rows × order.length. */
    double[] columns(int[] order) {
        double[] out = new double[rows() * order.length];
        for (int i = 0; i < rows(); i++) {
            for (int c = 0; c < order.length; c++) {
                out[i * order.length + c] = values[i * rank + order[c]];
            }
        }
        return out;
    }
}
