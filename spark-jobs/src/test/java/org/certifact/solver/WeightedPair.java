package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.certifact.linalg.dense.SymmetricEigen;

/** Two factors and the gauges' weights of their rows. */
record WeightedPair(double[][] u, double[][] v, double[] rowWeights, double[] columnWeights) {

    static WeightedPair random(int rows, int columns, int rank, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new WeightedPair(
                gaussian(rows, rank, random.nextLong()),
                gaussian(columns, rank, random.nextLong()),
                random.doubles(rows, 0.2, 5).toArray(),
                random.doubles(columns, 0.2, 5).toArray());
    }

    static WeightedPair plain(double[][] u, double[][] v) {
        double[] rows = new double[u.length];
        double[] columns = new double[v.length];
        Arrays.fill(rows, 1);
        Arrays.fill(columns, 1);
        return new WeightedPair(u, v, rows, columns);
    }

    Balance balance() {
        return Balance.of(flat(gramU(u)), flat(gramV(v)), u[0].length);
    }

    double[][] gramU(double[][] other) {
        double[][] weighted = weighted(other, rowWeights);
        return times(transposed(weighted), weighted);
    }

    double[][] gramV(double[][] other) {
        double[][] weighted = weighted(other, columnWeights);
        return times(transposed(weighted), weighted);
    }

    /** Of D_r^{1/2} U Vᵀ D_c^{1/2}, by the eigenvalues of its Gram matrix, descending. */
    double[] singularValues() {
        double[][] x = outer(weighted(u, rowWeights), weighted(v, columnWeights));
        double[] values =
                SymmetricEigen.of(flat(times(transposed(x), x)), v.length).values();
        double[] descending = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            descending[k] = Math.sqrt(Math.max(0, values[v.length - 1 - k]));
        }
        return descending;
    }

    private static double[][] weighted(double[][] a, double[] weights) {
        double[][] out = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            double root = Math.sqrt(weights[i]);
            out[i] = Arrays.stream(a[i]).map(x -> root * x).toArray();
        }
        return out;
    }
}
