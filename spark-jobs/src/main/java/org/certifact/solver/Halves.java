package org.certifact.solver;

import org.certifact.matrix.FactorMatrix;

/** The two halves of the sweeps of one descent: the first side moves, then the second, each from an extrapolated point. */
interface Halves {

    /** The side that moves first. */
    Side first();

    /** The factors where these halves want them. @param start taken over */
    Factors place(Factors start);

    /** What the first half needs to know of the second side's factor. @param beta extrapolation at which it will be used */
    HalfSums ofSecond(FactorMatrix second, double beta);

    /**
     * Moves the first side.
     *
     * @param beta extrapolation of both factors
     * @param ofSecond sums of the second side's factor at that point
     */
    Half moveFirst(FactorMatrix first, FactorMatrix second, double beta, HalfSums ofSecond, Budget budget);

    /**
     * Moves the second side.
     *
     * @param first as the first half has left it
     * @param beta extrapolation of the second factor
     * @param nextBeta extrapolation at which the next sweep will use it
     */
    Half moveSecond(Half first, FactorMatrix second, double beta, double nextBeta, Budget budget);

    /**
     * Improves what a sweep has left by what is known of it already; the same object where there is nothing to do.
     *
     * @param gap in the span of the factors, where the sweep began
     */
    default Factors settle(Factors factors, double gap) {
        return factors;
    }

    /** One factor after its half of a sweep. */
    record Half(FactorMatrix factor, HalfSums sums) {}
}
