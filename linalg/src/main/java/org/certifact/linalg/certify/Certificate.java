package org.certifact.linalg.certify;

/**
 * A rigorous statement about one set of factors: primal − dual bounds how far the objective is from the best one possible
 * with any rank.
 *
 * @param primal objective at the factors
 * @param dual best lower bound on the optimum known so far
 * @param polar bounds of the polar at the factors, and the atoms found
 * @param seed of the polar's random starts
 */
public record Certificate(double primal, double dual, PolarBound polar, long seed) {

    /** primal − dual, at least 0. */
    public double gap() {
        return Math.max(0, primal - dual);
    }

    /** gap / primal; 0 where the primal is 0. */
    public double relativeGap() {
        return primal > 0 ? gap() / primal : 0;
    }

    /** The same statement with the better of two lower bounds on the same optimum. */
    public Certificate withDualAtLeast(double other) {
        return other > dual ? new Certificate(primal, other, polar, seed) : this;
    }
}
