package org.certifact.matrix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.datasets.Entry;

/**
 * Predictions from maps by id, entry by entry; an id that training did not have counts as zeros.
 *
 * @param u factor rows by row id
 * @param v factor rows by column id
 * @param b row offsets
 * @param c column offsets
 */
record Prediction(Map<String, double[]> u, Map<String, double[]> v, Map<String, double[]> b, Map<String, double[]> c) {

    Prediction(BlockMatrix training, FactorMatrix u, FactorMatrix v) {
        this(byId(training.rowIds(), u), byId(training.columnIds(), v), Map.of(), Map.of());
    }

    Prediction(BlockMatrix training, FactorMatrix u, FactorMatrix v, FactorMatrix b, FactorMatrix c) {
        this(
                byId(training.rowIds(), u),
                byId(training.columnIds(), v),
                byId(training.rowIds(), b),
                byId(training.columnIds(), c));
    }

    Prediction withoutFactors() {
        return new Prediction(Map.of(), Map.of(), b, c);
    }

    /** Root mean squared error, entries weighted. */
    double error(List<Entry> entries, double mean) {
        double sum = 0;
        double weight = 0;
        for (Entry e : entries) {
            double error = e.value() - mean - offset(b, e.row()) - offset(c, e.column());
            double[] left = u.getOrDefault(e.row(), new double[0]);
            double[] right = v.getOrDefault(e.column(), new double[0]);
            for (int l = 0; l < Math.min(left.length, right.length); l++) {
                error -= left[l] * right[l];
            }
            sum += e.weight() * error * error;
            weight += e.weight();
        }
        return Math.sqrt(sum / weight);
    }

    private static double offset(Map<String, double[]> offsets, String id) {
        return offsets.getOrDefault(id, new double[1])[0];
    }

    private static Map<String, double[]> byId(JavaRDD<String[]> ids, FactorMatrix factor) {
        String[] names = ids.collect().stream().flatMap(Arrays::stream).toArray(String[]::new);
        double[] values = factor.collect();
        Map<String, double[]> out = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            out.put(names[i], Arrays.copyOfRange(values, i * factor.rank(), (i + 1) * factor.rank()));
        }
        return out;
    }
}
