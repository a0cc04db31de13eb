package org.certifact.linalg.certify;

/**
 * A rigorous statement about one set of factors: primal − dual bounds how far the objective is from the best one possible
 * with any rank.
 *
 * @param primal objective at the factors
 * @param dual lower bound on the optimum, from a scaling of the gradient at the factors
 * @param optimistic what {@code dual} would be if the polar were its lower bound: no proof, but the part of the gap that is
 *     the point's own and not the polar bound's
 * @param polar bounds of the polar at the factors, and the atoms found
 * @param seed of the polar's random starts
 */
public record Certificate(double primal, double dual, double optimistic, PolarBound polar, long seed) {
    private static final double LOOSE = 0.1;

    /** Where nothing better than the proved dual value is in sight. */
    public Certificate(double primal, double dual, PolarBound polar, long seed) {
        this(primal, dual, dual, polar, seed);
    }

    /** primal − dual, at least 0. */
    public double gap() {
        return Math.max(0, primal - dual);
    }

    /** gap / |primal|; 0 where the gap is 0; NaN, which no tolerance admits, where primal or dual is NaN. */
    public double relativeGap() {
        double gap = gap();
        return gap == 0 ? 0 : gap / Math.abs(primal);
    }

    /** Whether much of a gap is the polar bound's and not the point's own, so that more work on the bound would narrow it. */
    public boolean loose() {
        return optimistic - dual > LOOSE * gap();
    }
}
