package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SmallSvd;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;

/**
 * Moves a factorization within the spans of its factors. With X = Û S V̂ᵀ, Û and V̂ orthonormal in the gauges' coordinates,
 * a proximal-gradient step on the rank × rank core is S ← SVT_{λ/q}(S + ÛᵀGV̂/q), where SVT takes λ/q off every singular
 * value. What is observed hardly depends on the factors, so that along the core the loss curves by nearly the same q in all
 * directions, and one step is nearly Newton's: it brings in balance what sweeps, which move one factor at a time against the
 * other's share of the gauge, approach by a few percent each. Before the first step of a descent, and before one that is
 * longer than all whose curvature was measured, it is measured: where groups of rows see columns of their own it is more
 * than q, and a step at q would go too far.
 */
final class CoreStep {
    /** A column that does not pay keeps this share of the least singular value: where it does not recover it is soon negligible. */
    private static final double FLOOR = 0.2;

    /** The step is taken where the core's own gap is more than this share of the whole one. */
    private static final double SHARE = 0.3;

    /** A curvature that is more by no more than this counts as the one assumed. */
    private static final double ABOUT = 1.1;

    private final double lambda;
    private double curvature;
    private double longest;

    /** Measures the loss's curvature along a change of the factorization. */
    @FunctionalInterface
    interface Measure {
        /** @param change C, rank × rank, row-major @return c Σ w (u_i C v_jᵀ)² over the cells that count */
        double along(double[] change);
    }

    /** @param curvature q to begin with, see {@link #curvature} */
    CoreStep(double lambda, double curvature) {
        this.lambda = lambda;
        this.curvature = curvature;
    }

    /** Of the loss along u vᵀ with unit gauges, where u and v are spread over all rows and columns: c Σw / (Σ_i d_i^α Σ_j d_j^α). */
    static double curvature(BlockMatrix data, Loss loss) {
        return loss.curvature()
                * data.totals().weight()
                / (data.byRows().totalWeight() * data.byColumns().totalWeight());
    }

    /**
     * The step, where the core has a good share in the gap.
     *
     * @param factors with their slopes
     * @param data what they belong to
     * @param gap in the span of the present factors
     * @return balanced, with the slopes that are to be expected; or the same
     */
    Factors from(Factors factors, BlockMatrix data, double gap, Measure measure) {
        Core core = Core.of(factors, data);
        if (!(core.gap(lambda) > SHARE * gap)) {
            return factors;
        }
        Move move = move(core);
        while (move.length() > longest) {
            double measured = measure.along(move.change()) / (move.length() * move.length());
            if (measured > ABOUT * curvature) {
                curvature = measured;
                move = move(core);
            } else {
                longest = move.length();
            }
        }
        return factors.balanced(move.to()).leaving(move.slopes());
    }

    /**
     * A factorization in orthonormal bases U R⁻¹ of both factors' spans, with UᵀD^αU = RᵀR.
     *
     * @param rank number of columns
     * @param u of U
     * @param v of V
     * @param matrix S = R_U R_Vᵀ, row-major
     * @param gradient R_U⁻ᵀ (UᵀGV) R_V⁻¹, row-major
     * @param singularValues of S, ascending
     */
    private record Core(int rank, GramRoot u, GramRoot v, double[] matrix, double[] gradient, double[] singularValues) {

        static Core of(Factors factors, BlockMatrix data) {
            int rank = factors.rank();
            double[][] grams = FactorMatrix.weightedGrams(data, factors.u(), factors.v());
            GramRoot u = GramRoot.of(grams[0], rank, Balance.ROUNDING);
            GramRoot v = GramRoot.of(grams[1], rank, Balance.ROUNDING);
            double[] matrix = DenseRows.timesTransposed(u.rows(), rank, v.rows(), rank, rank);
            double[] slopes = factors.slopes().orElseThrow();
            double[] gradient = DenseRows.timesTransposed(
                    DenseRows.times(u.inverse(), rank, rank, slopes, rank), rank, v.inverse(), rank, rank);
            return new Core(rank, u, v, matrix, gradient, singularValues(matrix, rank));
        }

        private static double[] singularValues(double[] matrix, int n) {
            double[] squares = SymmetricEigen.values(DenseRows.gram(matrix, n, n, null), n);
            return Arrays.stream(squares).map(x -> Math.sqrt(Math.max(0, x))).toArray();
        }

        /** λ‖S‖_* − ⟨M, S⟩, with M the gradient where that is no longer than λ, else shrunk to it. */
        double gap(double lambda) {
            double longest = Arrays.stream(singularValues(gradient, rank)).max().orElse(0);
            return lambda * Arrays.stream(singularValues).sum()
                    - Math.min(1, lambda / longest) * DenseRows.inner(gradient, matrix);
        }

        /** S + gradient / q, column-major. */
        double[] aim(double curvature) {
            double[] aim = new double[matrix.length];
            for (int k = 0; k < aim.length; k++) {
                aim[k] = matrix[k] + gradient[k] / curvature;
            }
            return DenseRows.transposed(aim, rank, rank);
        }

        /** How many singular values are not negligible. */
        int directions() {
            double largest = rank == 0 ? 0 : singularValues[rank - 1];
            return (int) Arrays.stream(singularValues)
                    .filter(s -> s > Balance.NEGLIGIBLE * largest)
                    .count();
        }
    }

    /**
     * A step.
     *
     * @param to what the factors are multiplied with
     * @param slopes that are to be expected then
     * @param length ‖S⁺ − S‖
     */
    private record Move(Balance to, double[] slopes, double length) {

        /** C with U⁺V⁺ᵀ − UVᵀ = U C Vᵀ. */
        double[] change() {
            int rank = to.rank() == 0 ? 0 : to.left().length / to.rank();
            double[] change = DenseRows.timesTransposed(to.left(), rank, to.right(), rank, to.rank());
            for (int k = 0; k < rank; k++) {
                change[k * rank + k] -= 1;
            }
            return change;
        }
    }

    private Move move(Core core) {
        int rank = core.rank();
        int kept = core.directions();
        SmallSvd aim = SmallSvd.of(core.aim(curvature), rank);
        double least = kept == 0 ? 0 : FLOOR * core.singularValues()[rank - kept];
        double[] after = Arrays.stream(aim.values(), 0, kept)
                .map(value -> Math.max(value - lambda / curvature, least))
                .toArray();
        double[] left = new double[rank * kept];
        double[] right = new double[rank * kept];
        double[] slopes = new double[kept * kept];
        for (int k = 0; k < kept; k++) {
            slopes[k * kept + k] = curvature * (aim.values()[k] - after[k]) * after[k];
            double root = Math.sqrt(after[k]);
            for (int i = 0; i < rank; i++) {
                left[i * kept + k] = root * aim.left(i, k);
                right[i * kept + k] = root * aim.right(i, k);
            }
        }
        double[] change = DenseRows.timesTransposed(left, rank, right, rank, kept);
        for (int k = 0; k < change.length; k++) {
            change[k] -= core.matrix()[k];
        }
        return new Move(
                new Balance(
                        DenseRows.cross(core.u().inverse(), rank, left, kept, rank, null),
                        DenseRows.cross(core.v().inverse(), rank, right, kept, rank, null),
                        after),
                slopes,
                Math.sqrt(DenseRows.inner(change, change)));
    }
}
