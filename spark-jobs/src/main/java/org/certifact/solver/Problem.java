package org.certifact.solver;

import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.Certificate;

/**
 * What the loop needs to know of a factorization problem: how to judge a point, how to leave it, how to tidy it.
 *
 * @param <F> the factors
 */
public interface Problem<F> {

    /** Number of columns. */
    int rank(F factors);

    /**
     * Bounds how far a point is from the best one with any rank.
     *
     * @param tolerance relative gap that is wanted
     * @param room how many columns may be added: the problem looks for as many atoms as pay at once
     * @param seed of the polar's random starts
     */
    Certificate certify(F factors, double tolerance, int room, long seed);

    /** Appends atoms as columns, with a line-searched step. The objective does not rise. */
    F grow(F factors, Atoms atoms);

    /** Whether the gap closes where the factors are optimal. If not, it may stay however far they descend. */
    default boolean closes() {
        return true;
    }

    /** Drops columns that the gauge has set to zero, and balances the others. The objective does not rise. */
    F prune(F factors);

    /**
     * Drops columns whose gauges, times λ, sum to no more than {@code worth}, where the problem knows such: they change
     * the objective by about as little.
     */
    default F trim(F factors, double worth) {
        return factors;
    }

    /** Bounds how far trimmed factors are from the best ones, where those that they are trimmed from are known to be near. */
    default Certificate certifyTrimmed(F trimmed, F from, double tolerance, long seed) {
        return certify(trimmed, tolerance, 0, seed);
    }
}
