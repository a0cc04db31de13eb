package org.certifact.solver;

import java.util.SplittableRandom;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;

/** Short ways to solve tiny problems with gauges, and their objective from its definition. */
final class GaugedCase {
    static final FactorNorm NMF = FactorNorm.nonnegative();
    static final FactorNorm L2 = new FactorNorm(SparseGauge.l2(), SparseGauge.l2());
    static final FactorNorm DICTIONARY = new FactorNorm(SparseGauge.l2(), new SparseGauge(0.3, false));

    /** More than a run on tiny data needs. */
    static final double SECONDS = 20;

    private GaugedCase() {}

    static GaugedSettings settings(FactorNorm norm, double tolerance) {
        return new GaugedSettings(norm, tolerance, Integer.MAX_VALUE, null, 1, SECONDS);
    }

    static Outcome<Factors> solve(BlockMatrix data, GaugedSettings settings, double lambda) {
        return new GaugedSolver(data, settings, lambda, Progress.SILENT).solve(new Budget(null, 400));
    }

    /** Non-negative: a product of two factors of a rank and a little noise. */
    static double[][] nonnegative(int rows, int columns, int rank, double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] y = PlainMatrix.outer(uniform(rows, rank, random), uniform(columns, rank, random));
        for (double[] row : y) {
            for (int j = 0; j < columns; j++) {
                row[j] += noise * random.nextDouble();
            }
        }
        return y;
    }

    static double[][] uniform(int rows, int columns, SplittableRandom random) {
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            for (int k = 0; k < columns; k++) {
                row[k] = random.nextDouble();
            }
        }
        return out;
    }

    /** ½ Σ w (y − x)² + λ Σ_k ‖u_k‖ ‖v_k‖ with plain loops. */
    static double objective(DenseData data, double[][] u, double[][] v, FactorNorm norm, double lambda) {
        double[][] ut = PlainMatrix.transposed(u);
        double[][] vt = PlainMatrix.transposed(v);
        double sum = data.loss(PlainMatrix.outer(u, v));
        for (int k = 0; k < ut.length; k++) {
            sum += lambda * norm.left().value(ut[k]) * norm.right().value(vt[k]);
        }
        return sum;
    }

    static double objective(PlacedData placed, Factors factors, FactorNorm norm, double lambda) {
        return objective(placed.dense(), placed.rowsOf(factors.u()), placed.columnsOf(factors.v()), norm, lambda);
    }
}
