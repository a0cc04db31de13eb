package org.certifact.linalg.dense;

import java.util.Arrays;

/**
 * A small symmetric matrix A = Q T Qᵀ with T tridiagonal, by Householder reflections (Golub and Van Loan, "Matrix
 * Computations", 8.3.1). A's largest number is about 1. Inner loops run along rows that are arrays of their own, which compilers make vectors of.
 *
 * @param diagonal of T
 * @param off beside it, the last number unused
 * @param reflectors reflection k is I − v vᵀ with v row k from column k + 1 on
 */
record Tridiagonal(double[] diagonal, double[] off, double[][] reflectors) {
    /** Nothing beside numbers of about 1; a square below it loses digits by underflow. */
    static final double NEGLIGIBLE = 0x1p-900;

    /** @param rows of A. Taken over. */
    static Tridiagonal of(double[][] rows) {
        int n = rows.length;
        Tridiagonal form = new Tridiagonal(new double[n], new double[n], rows);
        double[] w = new double[n];
        for (int k = 0; k < n; k++) {
            double[] v = rows[k];
            form.diagonal[k] = v[k];
            if (k + 1 < n) {
                form.off[k] = reflect(v, k + 1);
                addProducts(rows, v, k + 1, w);
                addScaled(-0.5 * inner(v, w, k + 1), v, k + 1, w);
                for (int i = k + 1; i < n; i++) {
                    subtractBoth(v[i], w, w[i], v, k + 1, rows[i]);
                }
            }
        }
        return form;
    }

    /** Qᵀ: its row k is column k of Q. @param width of the rows, at least n; what is behind n is 0 */
    double[][] basis(int width) {
        int n = diagonal.length;
        double[][] q = new double[n][n];
        double[] g = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            q[k][k] = 1;
            if (k + 1 < n) {
                addProducts(q, reflectors[k], k + 1, g);
                for (int i = k + 1; i < n; i++) {
                    addScaled(-reflectors[k][i], g, k + 1, q[i]);
                }
            }
        }
        double[][] transposed = new double[n][width];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                transposed[k][i] = q[i][k];
            }
        }
        return transposed;
    }

    /** x from {@code from} on becomes the v, of length √2 or 0, for which I − v vᵀ takes it to a multiple of e. @return that multiple */
    private static double reflect(double[] x, int from) {
        double first = x[from];
        double tail = inner(x, x, from + 1);
        if (tail < NEGLIGIBLE) {
            Arrays.fill(x, from, x.length, 0);
            return first;
        }
        double length = Math.sqrt(first * first + tail);
        double image = first > 0 ? -length : length;
        double scale = 1 / Math.sqrt(length * (length + Math.abs(first)));
        x[from] -= image;
        for (int i = from; i < x.length; i++) {
            x[i] *= scale;
        }
        return image;
    }

    /** w = Mᵀ v on the rows and columns from {@code from} on. */
    private static void addProducts(double[][] rows, double[] v, int from, double[] w) {
        Arrays.fill(w, from, w.length, 0);
        for (int i = from; i < rows.length; i++) {
            addScaled(v[i], rows[i], from, w);
        }
    }

    private static void addScaled(double factor, double[] x, int from, double[] y) {
        for (int c = from; c < y.length; c++) {
            y[c] += factor * x[c];
        }
    }

    private static void subtractBoth(double a, double[] x, double b, double[] y, int from, double[] row) {
        for (int c = from; c < row.length; c++) {
            row[c] -= a * x[c] + b * y[c];
        }
    }

    private static double inner(double[] x, double[] y, int from) {
        double sum = 0;
        for (int c = from; c < x.length; c++) {
            sum += x[c] * y[c];
        }
        return sum;
    }
}
