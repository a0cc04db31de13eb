package org.certifact.linalg.block;

import dev.ludovic.netlib.blas.BLAS;

/** Products of tall row-major arrays (rows × rank, as factors are stored) with small matrices. */
public final class DenseRows {
    private DenseRows() {}

    /** x · matrix. @param x rows × rank @param matrix rank × columns, row-major @return rows × columns */
    public static double[] times(double[] x, int rows, int rank, double[] matrix, int columns) {
        double[] y = new double[rows * columns];
        if (rows > 0 && rank > 0 && columns > 0) {
            // row-major arrays are column-major transposes: Yᵀ = Mᵀ Xᵀ
            BLAS.getInstance().dgemm("N", "N", columns, rows, rank, 1.0, matrix, columns, x, rank, 0.0, y, columns);
        }
        return y;
    }

    /** xᵀ diag(weight) x, the weighted Gram matrix. @param weight length rows, or null for ones @return rank × rank */
    public static double[] gram(double[] x, int rows, int rank, double[] weight) {
        return cross(x, rank, x, rank, rows, weight);
    }

    /** xᵀ diag(weight) y. @param x rows × p @param y rows × q @return p × q, row-major */
    public static double[] cross(double[] x, int p, double[] y, int q, int rows, double[] weight) {
        double[] out = new double[p * q];
        if (rows == 0 || p == 0 || q == 0) {
            return out;
        }
        double[] left = x;
        if (weight != null) {
            left = new double[rows * p];
            for (int i = 0; i < rows; i++) {
                for (int l = 0; l < p; l++) {
                    left[i * p + l] = weight[i] * x[i * p + l];
                }
            }
        }
        BLAS.getInstance().dgemm("N", "T", q, p, rows, 1.0, y, q, left, p, 0.0, out, q);
        return out;
    }

    /** x yᵀ. @param x rows × rank @param y columns × rank @return rows × columns */
    public static double[] timesTransposed(double[] x, int rows, double[] y, int columns, int rank) {
        double[] out = new double[rows * columns];
        if (rows > 0 && rank > 0 && columns > 0) {
            BLAS.getInstance().dgemm("T", "N", columns, rows, rank, 1.0, y, rank, x, rank, 0.0, out, columns);
        }
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
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
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
