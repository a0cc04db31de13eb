package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * Implicit feedback from plain arrays, every cell visited: ½ Σ_all c (p − x)² + λ‖D_r^{α/2} X D_c^{α/2}‖_*, and its optimum
 * by a method that shares nothing with the solver.
 *
 * @param r what was counted; 0 where nothing was
 * @param confidence of r, in c = 1 + confidence |r|
 * @param alpha weighting by the number of r > 0
 */
record DenseViews(double[][] r, double confidence, double alpha) {
    private static final int MOST = 50_000;

    double c(int i, int j) {
        return 1 + confidence * Math.abs(r[i][j]);
    }

    double p(int i, int j) {
        return r[i][j] > 0 ? 1 : 0;
    }

    /** All p. */
    double[][] seen() {
        return Arrays.stream(r)
                .map(row -> Arrays.stream(row).map(x -> x > 0 ? 1 : 0).toArray())
                .toArray(double[][]::new);
    }

    /** d_i^α of the rows. */
    double[] rowWeights() {
        return Arrays.stream(r)
                .mapToDouble(
                        row -> Math.max(1, Arrays.stream(row).filter(x -> x > 0).count()))
                .map(d -> Math.pow(d, alpha))
                .toArray();
    }

    double[] columnWeights() {
        return new DenseViews(transposed(r), confidence, alpha).rowWeights();
    }

    double loss(double[][] x) {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                sum += 0.5 * c(i, j) * (p(i, j) - x[i][j]) * (p(i, j) - x[i][j]);
            }
        }
        return sum;
    }

    /** The best of D(s) = s⟨G,P⟩ − ½ s² Σ g²/c for s up to most. */
    double dual(double[][] x, double most) {
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                double g = c(i, j) * (p(i, j) - x[i][j]);
                linear += g * p(i, j);
                quadratic += g * g / c(i, j);
            }
        }
        double s = Math.max(0, Math.min(linear / quadratic, most));
        return s * linear - 0.5 * s * s * quadratic;
    }

    /** D_r^{-α/2} G D_c^{-α/2}. */
    double[][] scaledGradient(double[][] x) {
        double[] rows = rowWeights();
        double[] columns = columnWeights();
        double[][] g = new double[r.length][r[0].length];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                g[i][j] = c(i, j) * (p(i, j) - x[i][j]) / Math.sqrt(rows[i] * columns[j]);
            }
        }
        return g;
    }

    static double largestSingularValue(double[][] g) {
        return Math.sqrt(
                SymmetricEigen.of(flat(times(transposed(g), g)), g[0].length).largest());
    }

    /** The least objective, to a share of it, by accelerated proximal gradient steps in Z = D_r^{α/2} X D_c^{α/2}. */
    double optimum(double lambda, double tolerance) {
        double[] rows = rowWeights();
        double[] columns = columnWeights();
        double steepest = 0;
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < r[i].length; j++) {
                steepest = Math.max(steepest, c(i, j) / (rows[i] * columns[j]));
            }
        }
        double[][] z = new double[r.length][r[0].length];
        double[][] point = z;
        double t = 1;
        for (int step = 0; step < MOST; step++) {
            Shrunk next = Shrunk.of(
                    plus(point, 1 / steepest, scaledGradient(unscaled(point, rows, columns))), lambda / steepest);
            double[][] x = unscaled(next.x(), rows, columns);
            double objective = loss(x) + lambda * next.traceNorm();
            if (objective - dual(x, lambda / largestSingularValue(scaledGradient(x))) <= tolerance * objective) {
                return objective;
            }
            double[][] moved = plus(next.x(), -1, z);
            boolean uphill = inner(plus(point, -1, next.x()), moved) > 0;
            double following = uphill ? 1 : (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            point = plus(next.x(), uphill ? 0 : (t - 1) / following, moved);
            z = next.x();
            t = following;
        }
        throw new AssertionError("no optimum within " + MOST + " steps");
    }

    private static double[][] unscaled(double[][] z, double[] rows, double[] columns) {
        double[][] x = new double[z.length][z[0].length];
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z[i].length; j++) {
                x[i][j] = z[i][j] / Math.sqrt(rows[i] * columns[j]);
            }
        }
        return x;
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

    private static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }
}
