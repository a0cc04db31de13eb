package org.certifact.matrix;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Plain loops over arrays of rows: the naive side of comparisons. */
public final class PlainMatrix {
    private PlainMatrix() {}

    /** a b. */
    public static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < product[i].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** aᵀ. */
    public static double[][] transposed(double[][] a) {
        double[][] out = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                out[j][i] = a[i][j];
            }
        }
        return out;
    }

    /** u vᵀ, which has the shape u.length × v.length even where the rank is 0. */
    public static double[][] outer(double[][] u, double[][] v) {
        double[][] product = new double[u.length][v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                for (int k = 0; k < u[i].length; k++) {
                    product[i][j] += u[i][k] * v[j][k];
                }
            }
        }
        return product;
    }

    /** Rows of a flat row-major array. */
    public static double[][] rows(double[] flat, int rows, int columns) {
        double[][] out = new double[rows][];
        for (int i = 0; i < rows; i++) {
            out[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
        }
        return out;
    }

    /** All numbers, row by row. */
    public static double[] flat(double[][] a) {
        return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Independent standard normal numbers. */
    public static double[][] gaussian(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return out;
    }

    /** a x = b by Gaussian elimination with pivots. */
    public static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] left = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(left[i][k]) > Math.abs(left[pivot][k]) ? i : pivot;
            }
            double[] row = left[pivot];
            left[pivot] = left[k];
            left[k] = row;
            double right = x[pivot];
            x[pivot] = x[k];
            x[k] = right;
            for (int i = k + 1; i < n; i++) {
                double factor = left[i][k] / row[k];
                for (int j = k; j < n; j++) {
                    left[i][j] -= factor * row[j];
                }
                x[i] -= factor * right;
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                x[k] -= left[k][j] * x[j];
            }
            x[k] /= left[k][k];
        }
        return x;
    }

    /** Largest absolute difference of two matrices of the same shape. */
    public static double distance(double[][] a, double[][] b) {
        if (a.length != b.length) {
            throw new AssertionError(a.length + " rows against " + b.length);
        }
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i].length != b[i].length) {
                throw new AssertionError(a[i].length + " columns against " + b[i].length);
            }
            for (int j = 0; j < a[i].length; j++) {
                double difference = Math.abs(a[i][j] - b[i][j]);
                largest = difference <= largest ? largest : difference;
            }
        }
        return largest;
    }
}
