package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.gaussian;

import java.util.Arrays;
import org.certifact.matrix.PlainMatrix;

/**
 * A matrix by its singular value decomposition. With every entry seen, weights 1 and α = 0 the optimum of completion is the
 * same with every singular value less λ, those below dropped.
 *
 * @param left rows × count, orthonormal columns
 * @param values descending
 * @param right columns × count, orthonormal columns
 */
record KnownSvd(double[][] left, double[] values, double[][] right) {

    static KnownSvd random(int rows, int columns, long seed, double... values) {
        return new KnownSvd(
                orthonormal(gaussian(rows, values.length, seed)),
                values,
                orthonormal(gaussian(columns, values.length, seed + 1)));
    }

    double[][] matrix() {
        return PlainMatrix.outer(scaled(left, values), right);
    }

    /** The optimum at λ. */
    KnownSvd softened(double lambda) {
        double[] kept =
                Arrays.stream(values).map(s -> s - lambda).filter(s -> s > 0).toArray();
        return new KnownSvd(first(left, kept.length), kept, first(right, kept.length));
    }

    /** ½‖Y − X‖² + λ‖X‖_* at that optimum. */
    double optimum(double lambda) {
        return Arrays.stream(values)
                .map(s -> s > lambda ? lambda * s - 0.5 * lambda * lambda : 0.5 * s * s)
                .sum();
    }

    /** The same without singular value k. */
    KnownSvd without(int k) {
        return new KnownSvd(drop(left, k), drop(values, k), drop(right, k));
    }

    /** U of the balanced factorization. */
    double[][] u() {
        return scaled(left, Arrays.stream(values).map(Math::sqrt).toArray());
    }

    /** V of the balanced factorization. */
    double[][] v() {
        return scaled(right, Arrays.stream(values).map(Math::sqrt).toArray());
    }

    private static double[][] scaled(double[][] a, double[] factor) {
        double[][] out = new double[a.length][factor.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < factor.length; k++) {
                out[i][k] = a[i][k] * factor[k];
            }
        }
        return out;
    }

    private static double[][] first(double[][] a, int count) {
        return Arrays.stream(a).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new);
    }

    private static double[][] drop(double[][] a, int k) {
        return Arrays.stream(a).map(row -> drop(row, k)).toArray(double[][]::new);
    }

    private static double[] drop(double[] a, int k) {
        double[] out = Arrays.copyOf(a, a.length - 1);
        System.arraycopy(a, k + 1, out, k, out.length - k);
        return out;
    }

    /** Gram and Schmidt, twice. */
    private static double[][] orthonormal(double[][] a) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < a[0].length; k++) {
                for (int l = 0; l < k; l++) {
                    double inner = inner(a, k, l);
                    for (double[] row : a) {
                        row[k] -= inner * row[l];
                    }
                }
                double norm = Math.sqrt(inner(a, k, k));
                for (double[] row : a) {
                    row[k] /= norm;
                }
            }
        }
        return a;
    }

    private static double inner(double[][] a, int k, int l) {
        return Arrays.stream(a).mapToDouble(row -> row[k] * row[l]).sum();
    }
}
