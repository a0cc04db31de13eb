package org.certifact.linalg.dense;

import java.util.Arrays;
import java.util.Optional;

/**
 * Eigenvalues and eigenvectors of small symmetric matrices: to {@link Tridiagonal} form, and from there by {@link ImplicitQl}.
 * Nothing where the iteration does not converge.
 */
final class SmallEigen {
    private SmallEigen() {}

    /** @param matrix n × n, of which the upper triangle counts. Not modified. */
    static Optional<SymmetricEigen> of(double[] matrix, int n) {
        int exponent = exponent(matrix, n * n);
        Tridiagonal form = Tridiagonal.of(rows(matrix, n, exponent));
        double[][] rows = form.basis(PlaneRotation.BEST.padded(n));
        if (!ImplicitQl.solve(form.diagonal(), form.off(), rows)) {
            return Optional.empty();
        }
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        int[] order = ascending(form.diagonal());
        for (int k = 0; k < n; k++) {
            values[k] = Math.scalb(form.diagonal()[order[k]], exponent);
            System.arraycopy(rows[order[k]], 0, vectors, k * n, n);
        }
        return Optional.of(new SymmetricEigen(values, vectors));
    }

    /** @param matrix n × n, of which the upper triangle counts. Not modified. @return ascending */
    static Optional<double[]> values(double[] matrix, int n) {
        int exponent = exponent(matrix, n * n);
        Tridiagonal form = Tridiagonal.of(rows(matrix, n, exponent));
        return values(form.diagonal(), form.off(), exponent);
    }

    /** Of a tridiagonal matrix. @param off beside the diagonal, as long. Neither is modified. @return ascending */
    static Optional<double[]> tridiagonalValues(double[] diagonal, double[] off) {
        int n = diagonal.length;
        int exponent = Math.max(exponent(diagonal, n), exponent(off, n - 1));
        return values(over(diagonal, exponent), over(off, exponent), exponent);
    }

    private static Optional<double[]> values(double[] diagonal, double[] off, int exponent) {
        if (!ImplicitQl.solve(diagonal, off, new double[0][])) {
            return Optional.empty();
        }
        Arrays.sort(diagonal);
        return Optional.of(over(diagonal, -exponent));
    }

    /** That of the power of two which takes the largest number to between 1 and 2: no square overflows then, or gets lost. */
    static int exponent(double[] x, int length) {
        double largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(x[k]));
        }
        return Math.getExponent(largest);
    }

    private static double[] over(double[] x, int exponent) {
        double[] out = x.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.scalb(out[k], -exponent);
        }
        return out;
    }

    private static double[][] rows(double[] matrix, int n, int exponent) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                rows[i][j] = Math.scalb(matrix[i * n + j], -exponent);
                rows[j][i] = rows[i][j];
            }
        }
        return rows;
    }

    /** The places of numbers in their order. */
    private static int[] ascending(double[] x) {
        int[] order = new int[x.length];
        for (int k = 0; k < x.length; k++) {
            int at = k;
            for (; at > 0 && x[order[at - 1]] > x[k]; at--) {
                order[at] = order[at - 1];
            }
            order[at] = k;
        }
        return order;
    }
}
