package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.DenseData;

/** Completion with any loss from plain arrays and definitions, and its optimum by a method that shares nothing with the solver. */
record DenseLoss(DenseData data, Loss loss) {
    private static final int GRID = 20_000;
    private static final int MOST = 20_000;

    /** Σ w ℓ. */
    double value(double[][] x) {
        return sum((i, j) -> loss.value(data.value(i, j), x[i][j]));
    }

    /** −Σ w ℓ*(y, s ∂ℓ/∂x). */
    double dual(double[][] x, double s) {
        return -sum((i, j) -> loss.conjugate(data.value(i, j), s * loss.derivative(data.value(i, j), x[i][j])));
    }

    /** The best of a grid over 0 ≤ s ≤ most, and of most itself. */
    double bestDual(double[][] x, double most) {
        double best = 0;
        for (int k = 1; k <= GRID; k++) {
            best = Math.max(best, dual(x, most * k / GRID));
        }
        return best;
    }

    /** The largest singular value of the gradient over the roots of the gauges' weights. */
    double polar(double[][] x, double alpha) {
        double[][] gradient = gradient(x);
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                gradient[i][j] /= Math.sqrt(Math.pow(data.rowCount(i), alpha) * Math.pow(data.columnCount(j), alpha));
            }
        }
        return Math.sqrt(SymmetricEigen.of(flat(times(transposed(gradient), gradient)), data.columns())
                .largest());
    }

    /** The least of Σ w ℓ + λ‖X‖_*, by accelerated proximal gradient steps until the duality gap is a share of it. */
    double optimum(double lambda, double tolerance) {
        double largest = loss.curvature() * largestWeight();
        double[][] x = new double[data.rows()][data.columns()];
        double[][] point = x;
        double t = 1;
        for (int step = 0; step < MOST; step++) {
            Shrunk next = Shrunk.of(plus(point, -1 / largest, gradient(point)), lambda / largest);
            double objective = value(next.x()) + lambda * next.traceNorm();
            double s = Math.min(1, lambda / polar(next.x(), 0));
            if (objective - dual(next.x(), s) <= tolerance * objective) {
                return objective;
            }
            double inner = 0;
            for (int i = 0; i < data.rows(); i++) {
                for (int j = 0; j < data.columns(); j++) {
                    inner += (point[i][j] - next.x()[i][j]) * (next.x()[i][j] - x[i][j]);
                }
            }
            double following = inner > 0 ? 1 : (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            point = plus(next.x(), inner > 0 ? 0 : (t - 1) / following, plus(next.x(), -1, x));
            x = next.x();
            t = following;
        }
        throw new AssertionError("no optimum within " + MOST + " steps");
    }

    private double[][] gradient(double[][] x) {
        double[][] gradient = new double[data.rows()][data.columns()];
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                gradient[i][j] =
                        data.weight(i, j) > 0 ? data.weight(i, j) * loss.derivative(data.value(i, j), x[i][j]) : 0;
            }
        }
        return gradient;
    }

    private double largestWeight() {
        double largest = 0;
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                largest = Math.max(largest, data.weight(i, j));
            }
        }
        return largest;
    }

    private double sum(Cell cell) {
        double sum = 0;
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                sum += data.weight(i, j) > 0 ? data.weight(i, j) * cell.at(i, j) : 0;
            }
        }
        return sum;
    }

    private static double[][] plus(double[][] a, double factor, double[][] b) {
        double[][] out = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                out[i][j] = a[i][j] + factor * b[i][j];
            }
        }
        return out;
    }

    private interface Cell {
        double at(int i, int j);
    }
}
