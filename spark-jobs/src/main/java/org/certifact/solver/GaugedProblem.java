package org.certifact.solver;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.Residual;

/**
 * ½Σ w(y − x)² + λ Σ_k ‖U_k‖‖V_k‖ for gauges whose polar cannot be computed: non-negative factorization and sparse
 * dictionary learning (Haeffele and Vidal, arXiv 1708.07850). Atoms come from local ascent on the polar, which is a lower
 * bound; the dual value and the upper bound come from a {@link RelaxedDual}, which does not depend on the factors, and keeps
 * the best that it has found.
 */
final class GaugedProblem implements Problem<Factors> {
    private static final int MOST_ASCENT_STEPS = 25;
    private static final int FEWEST_STARTS = 16;

    /** Steps of coordinate descent on the weights of new atoms. */
    private static final int WEIGHT_STEPS = 200;

    private final BlockMatrix data;
    private final FactorNorm norm;
    private final double lambda;
    private final RelaxedDual dual;
    private final Side side;
    private final Keys keys;

    /** @param dual of the same data, norm and λ */
    GaugedProblem(BlockMatrix data, FactorNorm norm, double lambda, RelaxedDual dual) {
        this.data = data;
        this.norm = norm;
        this.lambda = lambda;
        this.dual = dual;
        this.side = Side.longer(data);
        this.keys = Keys.of(side.ids(data));
    }

    /** U = V = 0, with no columns. */
    Factors zero() {
        return Factors.of(data.byRows().zeros(0), data.byColumns().zeros(0));
    }

    @Override
    public int rank(Factors factors) {
        return factors.rank();
    }

    @Override
    public Certificate certify(Factors factors, double tolerance, int mostAtoms, long seed) {
        try (Residual residual = residual(factors)) {
            double primal = primal(factors, residual);
            AscentPolar.Found found = ascend(residual, factors, mostAtoms, seed);
            RelaxedDual.Bound bound = dual.tightened(primal, primal * (1 - tolerance));
            // the residual's own polar is what was attained; the bound is that of the dual point
            PolarBound polar = new PolarBound(
                    0, bound.polar().upper(), bound.polar().kind(), bound.polar().failureProbability(), found.atoms(), dual.passes());
            return new Certificate(primal, bound.dual(), polar, seed);
        }
    }

    /** The objective at the factors. */
    double primal(Factors factors) {
        try (Residual residual = residual(factors)) {
            return primal(factors, residual);
        }
    }

    private double primal(Factors factors, Residual residual) {
        double gauges =
                GaugeSum.of(norm, GaugeSum.columnNorms(factors.u()), GaugeSum.columnNorms(factors.v()));
        return 0.5 * residual.squaredResidual() + lambda * gauges;
    }

    /** G, grouped by the longer side: an atom's left vector belongs to it. */
    private Residual residual(Factors factors) {
        FactorMatrix own = side == Side.ROWS ? factors.u() : factors.v();
        FactorMatrix other = side == Side.ROWS ? factors.v() : factors.u();
        return Residual.of(
                side.grouped(data),
                data.coverage(),
                own,
                other,
                side.other().grouped(data).rows());
    }

    private FactorNorm oriented() {
        return side == Side.ROWS ? norm : norm.transposed();
    }

    /** Ascends from rows of the residual, drawn with chances like their squared lengths, and from random mixtures. */
    private AscentPolar.Found ascend(Residual residual, Factors factors, int mostAtoms, long seed) {
        int starts = Math.max(FEWEST_STARTS, Math.min(64, factors.rank() / 2));
        ResidualRows rows = ResidualRows.drawn(residual, keys, starts, seed);
        return new AscentPolar(oriented(), MOST_ASCENT_STEPS)
                .ascend(residual, lambda, rows.values(), rows.count(), mostAtoms);
    }

    /**
     * Adds Σ α_k u_k v_kᵀ with the best α ≥ 0 for the objective's quadratic bound: −Σ α_k (u_kᵀGv_k − λ) + ½ αᵀKα,
     * K_kl = w_max (u_kᵀu_l)(v_kᵀv_l).
     */
    @Override
    public Factors grow(Factors factors, Atoms atoms) {
        double[] weights = weights(atoms);
        int[] chosen = IntStream.range(0, weights.length)
                .filter(k -> weights[k] > 0)
                .toArray();
        if (chosen.length == 0) {
            return factors;
        }
        Atoms some = atoms.select(chosen);
        double[] alpha = Arrays.stream(chosen).mapToDouble(k -> weights[k]).toArray();
        return append(factors, new Atoms(some.values(), scaled(some.left(), alpha), scaled(some.right(), alpha)));
    }

    /** Columns made of drawn rows of the residual and what fits them best, each taking its share. */
    Atoms residualAtoms(Factors factors, int most, long seed) {
        try (Residual residual = residual(factors)) {
            ResidualRows rows = ResidualRows.drawn(residual, keys, most, seed);
            int count = rows.count();
            double[] right = rows.values();
            Seeding.normalize(right, count, oriented().right());
            double[] left = residual.apply(right, count);
            for (int k = 0; k < left.length; k++) {
                left[k] = (oriented().left().nonnegative() ? Math.max(0, left[k]) : left[k]) / count;
            }
            return new Atoms(new double[count], left, right);
        }
    }

    /** Appends columns given in the orientation of the residual. */
    Factors append(Factors factors, Atoms atoms) {
        int count = atoms.count();
        double[] left = atoms.left();
        double[] right = atoms.right();
        double[] ofU = side == Side.ROWS ? left : right;
        double[] ofV = side == Side.ROWS ? right : left;
        return factors.with(
                factors.u().appendScaled(data.byRows(), ofU, count),
                factors.v().appendScaled(data.byColumns(), ofV, count),
                Momentum.NONE);
    }

    private double[] weights(Atoms atoms) {
        int count = atoms.count();
        double[] k = new double[count * count];
        double[] left = DenseRows.gram(
                atoms.left(), count == 0 ? 0 : atoms.left().length / count, count, null);
        double[] right = DenseRows.gram(
                atoms.right(), count == 0 ? 0 : atoms.right().length / count, count, null);
        for (int i = 0; i < k.length; i++) {
            k[i] = data.totals().largestWeight() * left[i] * right[i];
        }
        double[] alpha = new double[count];
        for (int step = 0; step < WEIGHT_STEPS; step++) {
            for (int i = 0; i < count; i++) {
                double slope = atoms.values()[i] - lambda;
                for (int j = 0; j < count; j++) {
                    slope -= i == j ? 0 : k[i * count + j] * alpha[j];
                }
                alpha[i] = Math.max(0, slope / k[i * count + i]);
            }
        }
        return alpha;
    }

    private static double[] scaled(double[] columns, double[] weights) {
        double[] out = columns.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= Math.sqrt(weights[k % weights.length]);
        }
        return out;
    }

    /** Columns that weigh nothing are dropped, and the others scaled to the same length on both sides. */
    @Override
    public Factors prune(Factors factors) {
        return new ColumnMerge(data).pruned(factors);
    }
}
