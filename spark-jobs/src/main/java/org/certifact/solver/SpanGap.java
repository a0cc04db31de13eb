package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * The gap that a certificate would find if no direction outside the span of the present V were new. It costs r × r work a
 * sweep and tells when descending further is pointless before growing. It is a guide, never a proof: the polar that it
 * uses is the largest singular value of G on the span of V alone, a lower bound.
 */
final class SpanGap {
    private static final double ROUNDING = 1e-10;

    private SpanGap() {}

    /**
     * @param sums of the half-sweep of U, taken from the point (U, V)
     * @param weightedGramV M = VᵀD_c^αV at that point
     */
    static double of(HalfSums sums, double[] weightedGramV, double lambda) {
        int rank = sums.rank();
        double penalty = sums.penalty();
        for (int k = 0; k < rank; k++) {
            penalty += weightedGramV[k * rank + k];
        }
        double primal = sums.loss() + 0.5 * lambda * penalty;
        double most = lambda / polarOnSpan(sums.gradientGram(), weightedGramV, rank);
        return primal - best(sums, most);
    }

    /**
     * The best of D(s) = −Σ w ℓ*(y, −s g/w) for s up to most, by what is known of it at s = 1: its value Σ w ℓ + ⟨G,X⟩, its
     * slope ⟨G,X⟩, and minus its curvature, Σ g²/ω, which are all of it for the squared loss. D(0) = 0, and D is concave.
     */
    private static double best(HalfSums sums, double most) {
        double atOne = sums.loss() + sums.inner();
        if (!(sums.squares() > 0)) {
            return 0;
        }
        double beyond = Math.max(-1, Math.min(sums.inner() / sums.squares(), most - 1));
        double model = atOne + beyond * (sums.inner() - 0.5 * beyond * sums.squares());
        return Math.max(Math.max(0, model), Math.min(1, most) * atOne);
    }

    /** √λ_max(R⁻ᵀ K R⁻¹) with M = RᵀR. */
    private static double polarOnSpan(double[] k, double[] m, int rank) {
        double[] inverse = GramRoot.of(m, rank, ROUNDING).inverse();
        double[] core =
                DenseRows.timesTransposed(DenseRows.times(inverse, rank, rank, k, rank), rank, inverse, rank, rank);
        return Math.sqrt(Math.max(0, SymmetricEigen.largest(core, rank)));
    }
}
