package org.certifact.solver;

import org.certifact.matrix.DenseData;

/**
 * Completion with α = 0 by accelerated proximal gradient steps on the whole matrix, X ← S(X + G / max w): a method that
 * shares nothing with the solver.
 *
 * @param objective ½ Σ w (y − x)² + λ‖X‖_*
 */
record SoftImpute(double[][] x, double objective) {
    private static final int MOST = 20_000;

    /** Solves until the duality gap is below a share of the objective. */
    static SoftImpute solve(DenseData data, double lambda, double[][] start, double tolerance) {
        double largest = largestWeight(data);
        double[][] x = start;
        double[][] point = start;
        double t = 1;
        for (int step = 0; step < MOST; step++) {
            Shrunk next = Shrunk.of(plus(point, 1 / largest, data.gradient(point)), lambda / largest);
            double objective = data.loss(next.x()) + lambda * next.traceNorm();
            if (step % 10 == 9) {
                DenseDual dual = DenseDual.at(data, next.x(), 0);
                if (objective - dual.value(lambda, dual.polar()) <= tolerance * objective) {
                    return new SoftImpute(next.x(), objective);
                }
            }
            boolean uphill = inner(plus(point, -1, next.x()), plus(next.x(), -1, x)) > 0;
            double following = uphill ? 1 : (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            point = plus(next.x(), uphill ? 0 : (t - 1) / following, plus(next.x(), -1, x));
            x = next.x();
            t = following;
        }
        throw new AssertionError("no optimum within " + MOST + " steps");
    }

    private static double largestWeight(DenseData data) {
        double largest = 0;
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                largest = Math.max(largest, data.weight(i, j));
            }
        }
        return largest;
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
