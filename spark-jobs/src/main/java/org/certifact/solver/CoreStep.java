package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;
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
        int rank = factors.rank();
        double[][] grams = FactorMatrix.weightedGrams(data, factors.u(), factors.v());
        Balance balance = Balance.of(grams[0], grams[1], rank);
        double[] gradient = gradient(factors.slopes().orElseThrow(), rank, balance);
        if (!(gap(gradient, balance.singularValues()) > SHARE * gap)) {
            return factors;
        }
        Move move = move(balance, gradient);
        while (move.length() > longest) {
            double measured = measure.along(move.change(rank)) / (move.length() * move.length());
            if (measured > ABOUT * curvature) {
                curvature = measured;
                move = move(balance, gradient);
            } else {
                longest = move.length();
            }
        }
        return factors.balanced(move.to()).leaving(move.slopes());
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
        double[] change(int rank) {
            double[] change = DenseRows.timesTransposed(to.left(), rank, to.right(), rank, to.rank());
            for (int k = 0; k < rank; k++) {
                change[k * rank + k] -= 1;
            }
            return change;
        }
    }

    private Move move(Balance balance, double[] gradient) {
        double[] before = balance.singularValues();
        int kept = before.length;
        int rank = kept == 0 ? 0 : balance.left().length / kept;
        SmallSvd aim = aim(gradient, before);
        double least = kept == 0 ? 0 : FLOOR * before[kept - 1];
        double[] after = Arrays.stream(aim.values())
                .map(value -> Math.max(value - lambda / curvature, least))
                .toArray();
        double[] left = new double[kept * kept];
        double[] right = new double[kept * kept];
        double[] slopes = new double[kept * kept];
        for (int k = 0; k < kept; k++) {
            slopes[k * kept + k] = curvature * (aim.values()[k] - after[k]) * after[k];
            for (int i = 0; i < kept; i++) {
                double scale = Math.sqrt(after[k] / before[i]);
                left[i * kept + k] = scale * aim.left(i, k);
                right[i * kept + k] = scale * aim.right(i, k);
            }
        }
        return new Move(
                new Balance(
                        DenseRows.times(balance.left(), rank, kept, left, kept),
                        DenseRows.times(balance.right(), rank, kept, right, kept),
                        after),
                slopes,
                length(before, aim, after));
    }

    /** S + ÛᵀGV̂/q. */
    private SmallSvd aim(double[] gradient, double[] before) {
        int n = before.length;
        double[] aim = gradient.clone();
        for (int k = 0; k < aim.length; k++) {
            aim[k] = aim[k] / curvature + (k % n == k / n ? before[k / n] : 0);
        }
        return SmallSvd.of(aim, n);
    }

    /** ÛᵀGV̂, column-major. */
    private static double[] gradient(double[] slopes, int rank, Balance balance) {
        double[] singular = balance.singularValues();
        int kept = singular.length;
        double[] core = DenseRows.cross(
                balance.left(), kept, DenseRows.times(slopes, rank, rank, balance.right(), kept), kept, rank, null);
        double[] columns = new double[kept * kept];
        for (int k = 0; k < kept; k++) {
            for (int l = 0; l < kept; l++) {
                columns[l * kept + k] = core[k * kept + l] / Math.sqrt(singular[k] * singular[l]);
            }
        }
        return columns;
    }

    /** λ‖S‖_* − ⟨M, S⟩, with M the gradient where that is no longer than λ, else shrunk to it. */
    private double gap(double[] gradient, double[] singular) {
        int n = singular.length;
        double inner = 0;
        for (int k = 0; k < n; k++) {
            inner += gradient[k * n + k] * singular[k];
        }
        double longest = n == 0 ? 0 : Math.sqrt(SymmetricEigen.largest(DenseRows.gram(gradient, n, n, null), n));
        return lambda * Arrays.stream(singular).sum() - Math.min(1, lambda / longest) * inner;
    }

    /** ‖S⁺ − S‖, both in the columns of S. */
    private static double length(double[] before, SmallSvd aim, double[] after) {
        int n = before.length;
        double[] left = new double[n * n];
        double[] right = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                left[i * n + k] = aim.left(i, k) * after[k];
                right[i * n + k] = aim.right(i, k);
            }
        }
        double[] change = DenseRows.timesTransposed(left, n, right, n, n);
        for (int i = 0; i < n; i++) {
            change[i * n + i] -= before[i];
        }
        return Math.sqrt(DenseRows.inner(change, change));
    }
}
