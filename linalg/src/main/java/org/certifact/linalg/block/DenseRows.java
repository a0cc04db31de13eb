package org.certifact.linalg.block;

import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/** Products of tall row-major arrays (rows × rank, as factors are stored) with small matrices. */
public final class DenseRows {
    private DenseRows() {}

    /** x · matrix. @param x rows × rank @param matrix rank × columns, row-major @return rows × columns */
    public static double[] times(double[] x, int rows, int rank, double[] matrix, int columns) {
        double[] y = new double[rows * columns];
        addTimes(x, rows, rank, matrix, columns, y);
        return y;
    }

    /** The same on all cores, for the driver. @param x rows × rank @param matrix rank × columns @return rows × columns */
    public static double[] sharedTimes(double[] x, int rows, int rank, double[] matrix, int columns) {
        double[] y = new double[rows * columns];
        MatrixProducts.shared()
                .add(
                        1,
                        MatrixView.of(x, rows, rank),
                        MatrixView.of(matrix, rank, columns),
                        MatrixView.of(y, rows, columns));
        return y;
    }

    /** y += x · matrix. @param x rows × rank @param matrix rank × columns, row-major @param y rows × columns. Modified. */
    public static void addTimes(double[] x, int rows, int rank, double[] matrix, int columns, double[] y) {
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(x, rows, rank),
                        MatrixView.of(matrix, rank, columns),
                        MatrixView.of(y, rows, columns));
    }

    /** xᵀ diag(weight) x, the weighted Gram matrix. @param weight length rows, or null for ones @return rank × rank */
    public static double[] gram(double[] x, int rows, int rank, double[] weight) {
        double[] gram = new double[rank * rank];
        double[] left = weight == null ? x : scaled(x, rank, rows, weight);
        addUpperCross(left, x, rows, rank, gram);
        mirror(gram, rank);
        return gram;
    }

    /** gram += xᵀx. @param gram rank × rank, symmetric. Modified. */
    public static void addGram(double[] x, int rows, int rank, double[] gram) {
        addUpperCross(x, x, rows, rank, gram);
        mirror(gram, rank);
    }

    /** Adds xᵀy, which is known to be symmetric, on and above the diagonal; below it anything may be left: see {@link #mirror}. */
    public static void addUpperCross(double[] x, double[] y, int rows, int rank, double[] gram) {
        MatrixProducts.best()
                .addUpper(
                        1,
                        MatrixView.of(x, rows, rank).transposed(),
                        MatrixView.of(y, rows, rank),
                        MatrixView.of(gram, rank, rank));
    }

    /** xᵀ diag(weight) y. @param x rows × p @param y rows × q @return p × q, row-major */
    public static double[] cross(double[] x, int p, double[] y, int q, int rows, double[] weight) {
        double[] out = new double[p * q];
        addCross(weight == null ? x : scaled(x, p, rows, weight), p, y, q, rows, out);
        return out;
    }

    /** out += xᵀ y. @param x rows × p @param y rows × q @param out p × q, row-major. Modified. */
    public static void addCross(double[] x, int p, double[] y, int q, int rows, double[] out) {
        MatrixProducts.best()
                .add(1, MatrixView.of(x, rows, p).transposed(), MatrixView.of(y, rows, q), MatrixView.of(out, p, q));
    }

    /** Makes an array symmetric, n × n, by what is above the diagonal. */
    public static void mirror(double[] symmetric, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                symmetric[i * n + j] = symmetric[j * n + i];
            }
        }
    }

    private static double[] scaled(double[] x, int rank, int rows, double[] weight) {
        double[] scaled = new double[rows * rank];
        for (int i = 0; i < rows; i++) {
            for (int l = 0; l < rank; l++) {
                scaled[i * rank + l] = weight[i] * x[i * rank + l];
            }
        }
        return scaled;
    }

    /** x yᵀ. @param x rows × rank @param y columns × rank @return rows × columns */
    public static double[] timesTransposed(double[] x, int rows, double[] y, int columns, int rank) {
        double[] out = new double[rows * columns];
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(x, rows, rank),
                        MatrixView.of(y, columns, rank).transposed(),
                        MatrixView.of(out, rows, columns));
        return out;
    }

    /** xᵀ. @param x rows × columns @return columns × rows */
    public static double[] transposed(double[] x, int rows, int columns) {
        double[] out = new double[x.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[j * rows + i] = x[i * columns + j];
            }
        }
        return out;
    }

    /** ⟨x, y⟩ of two arrays of one length. */
    public static double inner(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The first columns. @param x rows × stride @return rows × count */
    public static double[] leading(double[] x, int rows, int stride, int count) {
        double[] out = new double[rows * count];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, i * stride, out, i * count, count);
        }
        return out;
    }

    /** [x y], the columns of y behind those of x. @param x rows × p @param y rows × q */
    public static double[] beside(double[] x, int p, double[] y, int q, int rows) {
        double[] out = new double[rows * (p + q)];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, i * p, out, i * (p + q), p);
            System.arraycopy(y, i * q, out, i * (p + q) + p, q);
        }
        return out;
    }

    /** Σ_i weight_i ‖x_i‖². @param weight length rows, or null for ones */
    public static double squaredNorm(double[] x, int rows, int rank, double[] weight) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double row = 0;
            for (int l = 0; l < rank; l++) {
                double t = x[i * rank + l];
                row += t * t;
            }
            sum += weight == null ? row : weight[i] * row;
        }
        return sum;
    }
}
