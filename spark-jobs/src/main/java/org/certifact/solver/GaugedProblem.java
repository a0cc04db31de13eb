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
import org.certifact.matrix.Residual;

/**
 * ½Σ w(y − x)² + λ Σ_k ‖U_k‖‖V_k‖ for gauges whose polar cannot be computed: non-negative factorization and sparse
 * dictionary learning (Haeffele and Vidal, arXiv 1708.07850). Atoms come from local ascent on the polar, which is a lower
 * bound; the dual value and the upper bound come from a {@link RelaxedDual}, which does not depend on the factors and keeps
 * the best that it has proved.
 */
final class GaugedProblem implements Problem<Factors> {
    /** Steps of coordinate descent on the weights of new atoms. */
    private static final int FEWEST_ATOMS = 8;

    private static final int WEIGHT_STEPS = 200;

    private final BlockMatrix data;
    private final FactorNorm norm;
    private final double lambda;
    private final RelaxedDual dual;
    private final ResidualAscent ascent;

    /** @param dual of the same data, norm and λ */
    GaugedProblem(BlockMatrix data, FactorNorm norm, double lambda, RelaxedDual dual) {
        this.data = data;
        this.norm = norm;
        this.lambda = lambda;
        this.dual = dual;
        this.ascent = new ResidualAscent(data, norm);
    }

    /** U = V = 0, with no columns. */
    Factors zero() {
        return Factors.of(data.byRows().zeros(0), data.byColumns().zeros(0));
    }

    ResidualAscent ascent() {
        return ascent;
    }

    @Override
    public int rank(Factors factors) {
        return factors.rank();
    }

    @Override
    public Certificate certify(Factors factors, double tolerance, int room, long seed) {
        int mostAtoms = Math.min(room, Math.max(FEWEST_ATOMS, factors.rank()));
        try (Residual residual = ascent.residual(factors)) {
            double gauges = GaugeSum.of(norm, GaugeSum.columnNorms(factors.u()), GaugeSum.columnNorms(factors.v()));
            double primal = residual.loss() + lambda * gauges;
            AscentPolar.Found found = ascent.ascend(residual, factors.rank(), lambda, mostAtoms, seed);
            RelaxedDual.Bound bound = dual.tightened(primal, primal * (1 - tolerance));
            PolarBound upper = bound.polar();
            // the atoms are the residual's, the bound that of the dual point
            PolarBound polar = new PolarBound(
                    0, upper.upper(), upper.kind(), upper.failureProbability(), found.atoms(), dual.passes());
            return new Certificate(primal, bound.dual(), polar, seed);
        }
    }

    /** The lower bound is a relaxation's. */
    @Override
    public boolean closes() {
        return false;
    }

    /**
     * Adds Σ α_k u_k v_kᵀ with the best α ≥ 0 for the objective's quadratic bound: −Σ α_k (u_kᵀGv_k − λ) + ½ αᵀKα,
     * K_kl = w_max (u_kᵀu_l)(v_kᵀv_l).
     */
    @Override
    public Factors grow(Factors factors, Atoms atoms) {
        double[] weights = weights(atoms);
        int[] chosen =
                IntStream.range(0, weights.length).filter(k -> weights[k] > 0).toArray();
        if (chosen.length == 0) {
            return factors;
        }
        Atoms some = atoms.select(chosen);
        double[] root =
                Arrays.stream(chosen).mapToDouble(k -> Math.sqrt(weights[k])).toArray();
        return ascent.append(factors, new Atoms(some.values(), scaled(some.left(), root), scaled(some.right(), root)));
    }

    private double[] weights(Atoms atoms) {
        int count = atoms.count();
        double[] alpha = new double[count];
        if (count == 0) {
            return alpha;
        }
        double[] left = DenseRows.gram(atoms.left(), atoms.left().length / count, count, null);
        double[] right = DenseRows.gram(atoms.right(), atoms.right().length / count, count, null);
        double most = data.totals().largestWeight();
        for (int step = 0; step < WEIGHT_STEPS; step++) {
            for (int i = 0; i < count; i++) {
                double slope = atoms.values()[i] - lambda;
                for (int j = 0; j < count; j++) {
                    int ij = i * count + j;
                    slope -= i == j ? 0 : most * left[ij] * right[ij] * alpha[j];
                }
                int ii = i * count + i;
                alpha[i] = Math.max(0, slope / (most * left[ii] * right[ii]));
            }
        }
        return alpha;
    }

    private static double[] scaled(double[] columns, double[] factor) {
        double[] out = columns.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= factor[k % factor.length];
        }
        return out;
    }

    /** Columns that weigh nothing are dropped, and the others scaled to the same length on both sides. */
    @Override
    public Factors prune(Factors factors) {
        return new ColumnMerge(data).pruned(factors);
    }
}
