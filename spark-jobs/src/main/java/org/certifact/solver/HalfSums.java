package org.certifact.solver;

import java.util.Arrays;

/**
 * Sums over all rows of one factor after its half of a sweep, as one array that adds up.
 *
 * @param values the four scalars, then four rank × rank matrices
 */
record HalfSums(double[] values, int rank) {
    private static final int SCALARS = 4;

    /** The sums that a descent starts from: two Gram matrices, the rest zero. @param grams as {@code gramPair} gives them */
    static HalfSums start(double[] grams, int rank) {
        double[] packed = new double[length(rank)];
        System.arraycopy(grams, 0, packed, SCALARS, grams.length);
        return new HalfSums(packed, rank);
    }

    static int length(int rank) {
        return SCALARS + 4 * rank * rank;
    }

    static double[] pack(
            double loss,
            double squares,
            double penalty,
            double turn,
            double[] gram,
            double[] weightedGram,
            double[] gradientGram,
            double[] slopes) {
        double[] packed = new double[SCALARS + 4 * gram.length];
        packed[0] = loss;
        packed[1] = squares;
        packed[2] = penalty;
        packed[3] = turn;
        System.arraycopy(gram, 0, packed, SCALARS, gram.length);
        System.arraycopy(weightedGram == null ? gram : weightedGram, 0, packed, SCALARS + gram.length, gram.length);
        System.arraycopy(gradientGram, 0, packed, SCALARS + 2 * gram.length, gram.length);
        System.arraycopy(slopes, 0, packed, SCALARS + 3 * gram.length, gram.length);
        return packed;
    }

    /** Σ w ℓ at the point that the half-sweep left. */
    double loss() {
        return values[0];
    }

    /** Σ g²/ω at that point, ω the curvatures of the quadratic model there. */
    double squares() {
        return values[1];
    }

    /** ⟨T, U⟩ = Σ g u·v at that point. */
    double inner() {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += values[SCALARS + 3 * rank * rank + k * rank + k];
        }
        return sum;
    }

    /** Σ d^α‖u‖² at that point. */
    double penalty() {
        return values[2];
    }

    /** ⟨extrapolated − new, new − old⟩: positive where the momentum points uphill (O'Donoghue and Candès 2015). */
    double turn() {
        return values[3];
    }

    /** UᵀU of the new rows, extrapolated as the other side will use them. */
    double[] gram() {
        return matrix(0);
    }

    /** UᵀD^αU of the same. */
    double[] weightedGram() {
        return matrix(1);
    }

    /** TᵀD^{-α}T of the gradient rows at the point left. */
    double[] gradientGram() {
        return matrix(2);
    }

    /** TᵀU of the gradient rows and the rows at the point left: u_aᵀ G v_b, a the other factor's column and b the own one's. */
    double[] slopes() {
        return matrix(3);
    }

    private double[] matrix(int k) {
        int size = rank * rank;
        return Arrays.copyOfRange(values, SCALARS + k * size, SCALARS + (k + 1) * size);
    }
}
