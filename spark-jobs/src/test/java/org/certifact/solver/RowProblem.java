package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.LocalBlock;
import org.certifact.matrix.PlainMatrix;

/** The problem of all rows with V fixed, on the driver: ½ Σ_j w (y_j − u·v_j)² + ½ λ d^α ‖u‖² each. */
record RowProblem(DenseData data, double[][] u, double[][] v, double lambda, double alpha) {

    /** The rows after one step of a method, as a block computes it. */
    double[][] step(RowUpdate update) {
        double largest = 0;
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                largest = Math.max(largest, data.weight(i, j));
            }
        }
        return step(update.prepare(flat(times(transposed(v), v)), v[0].length, largest));
    }

    double[][] step(RowUpdate.Step step) {
        int rank = v[0].length;
        DataBlock block = LocalBlock.of(data, alpha);
        double[] panel = LocalBlock.panel(v);
        double[] gradient = new double[u.length * rank];
        Kernels.best().residualGradient(block.entries(), flat(u), panel, rank, gradient);
        return PlainMatrix.rows(step.apply(block, flat(u), gradient, panel, rank), u.length, rank);
    }

    /** Row i's objective at a point. */
    double value(int i, double[] point) {
        double sum = 0;
        for (int j = 0; j < data.columns(); j++) {
            double e = data.value(i, j) - dot(point, v[j]);
            sum += 0.5 * data.weight(i, j) * e * e;
        }
        return sum + 0.5 * penalty(i) * dot(point, point);
    }

    /** Minus its gradient at the present row. */
    double[] gradient(int i) {
        double[] out = new double[u[i].length];
        for (int l = 0; l < out.length; l++) {
            out[l] = -penalty(i) * u[i][l];
            for (int j = 0; j < data.columns(); j++) {
                out[l] += data.weight(i, j) * (data.value(i, j) - dot(u[i], v[j])) * v[j][l];
            }
        }
        return out;
    }

    /** The minimizer, row by row, from the normal equations. */
    double[][] solution() {
        int rank = v[0].length;
        double[][] out = new double[u.length][];
        for (int i = 0; i < u.length; i++) {
            double[][] normal = new double[rank][rank];
            double[] right = new double[rank];
            for (int k = 0; k < rank; k++) {
                normal[k][k] = penalty(i);
                for (int j = 0; j < data.columns(); j++) {
                    right[k] += data.weight(i, j) * data.value(i, j) * v[j][k];
                    for (int l = 0; l < rank; l++) {
                        normal[k][l] += data.weight(i, j) * v[j][k] * v[j][l];
                    }
                }
            }
            out[i] = PlainMatrix.solve(normal, right);
        }
        return out;
    }

    private double penalty(int i) {
        return lambda * Math.pow(data.rowCount(i), alpha);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int l = 0; l < a.length; l++) {
            sum += a[l] * b[l];
        }
        return sum;
    }
}
