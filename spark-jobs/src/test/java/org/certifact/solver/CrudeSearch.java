package org.certifact.solver;

import java.util.SplittableRandom;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlainMatrix;

/**
 * Non-negative factorization of tiny data by nothing but projected gradient steps on ½Σ w(y − u·v)² + ½λ(‖U‖² + ‖V‖²) from
 * many random starts: shares no code and no idea with the solver.
 */
final class CrudeSearch {
    private static final int STEPS = 4000;

    private CrudeSearch() {}

    /** The least objective found. */
    static double best(DenseData data, double lambda, int rank, int starts) {
        double best = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            SplittableRandom random = new SplittableRandom(start);
            double[][] u = GaugedCase.uniform(data.rows(), rank, random);
            double[][] v = GaugedCase.uniform(data.columns(), rank, random);
            DenseData transposed = data.transposed();
            for (int step = 0; step < STEPS; step++) {
                step(data, u, v, lambda);
                step(transposed, v, u, lambda);
            }
            best = Math.min(best, GaugedCase.objective(data, u, v, GaugedCase.NMF, lambda));
        }
        return best;
    }

    private static void step(DenseData data, double[][] u, double[][] v, double lambda) {
        double[][] residual = data.gradient(PlainMatrix.outer(u, v));
        double curvature = lambda;
        for (double[] row : v) {
            for (double x : row) {
                curvature += x * x;
            }
        }
        double[][] towards = PlainMatrix.times(residual, v);
        for (int i = 0; i < u.length; i++) {
            for (int k = 0; k < u[i].length; k++) {
                u[i][k] = Math.max(0, u[i][k] + (towards[i][k] - lambda * u[i][k]) / curvature);
            }
        }
    }
}
