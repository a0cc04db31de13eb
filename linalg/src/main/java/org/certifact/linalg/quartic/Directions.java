package org.certifact.linalg.quartic;

import java.util.Arrays;

/** Weighted directions u_i, of which the tensor Σ weight_i u⊗u⊗u⊗u is a first guess where a quartic form is largest. */
final class Directions {
    private final double[] rows;
    private final double[] weights;
    private final int dimension;

    private Directions(double[] rows, double[] weights, int dimension) {
        this.rows = rows;
        this.weights = weights;
        this.dimension = dimension;
    }

    /**
     * @param columns dimension × weights.length. Not modified.
     * @param weights at least 0; where all are 0, the axes are taken instead
     * @param axes weights of the axes, one a coordinate
     */
    static Directions of(double[] columns, double[] weights, double[] axes) {
        int m = axes.length;
        double total = Arrays.stream(weights).sum();
        if (!(total > 0 && Double.isFinite(total))) {
            double[] identity = new double[m * m];
            for (int i = 0; i < m; i++) {
                identity[i * m + i] = 1;
            }
            return new Directions(identity, axes, m);
        }
        double[] rows = new double[columns.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k % weights.length * m + k / weights.length] = columns[k];
        }
        return new Directions(rows, weights, m);
    }

    /** The tensor of the directions' leading coordinates, each of length 1, its matrix of trace 1: its coefficients. */
    double[] tensor(int leading) {
        double[] scaled = new double[weights.length];
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            double square = 0;
            for (int i = 0; i < leading; i++) {
                square += rows[k * dimension + i] * rows[k * dimension + i];
            }
            if (square > 0 && weights[k] > 0) {
                scaled[k] = weights[k] / (square * square);
                total += weights[k];
            }
        }
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] /= total > 0 ? total : 1;
        }
        double[] sums =
                new SignalBlock(rows, weights.length, dimension).sums(leading, scaled, new double[weights.length], 0);
        return SignalPasses.Sums.of(sums, leading).fourth();
    }
}
