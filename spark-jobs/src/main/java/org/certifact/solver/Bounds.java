package org.certifact.solver;

import org.certifact.linalg.certify.Certificate;

/**
 * The best of both bounds so far.
 *
 * @param optimistic the last certificate's dual value if its polar were its lower bound
 * @param nearest least of the gaps that were a point's own
 * @param idle rounds since either bound moved by more than a negligible share, or the least own gap shrank
 */
public record Bounds(double primal, double dual, double optimistic, double nearest, int idle) {
    /** An own gap that is less than this share of the least one before is a move. */
    private static final double NEARER = 0.9;

    /** Before the first certificate. */
    public static final Bounds NONE = new Bounds(
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

    /** How far the factors are from what their own gradient promises. */
    double ownGap() {
        return primal - Math.max(dual, optimistic);
    }

    /**
     * @param open whether columns may still be added; if not, a better dual value is only a luckier bound
     * @param negligible share of the primal value that is no move
     */
    Bounds tightened(Certificate next, boolean open, double negligible) {
        double newPrimal = Math.min(primal, next.primal());
        double newDual = Math.max(dual, next.dual());
        double gain = primal - newPrimal + (open ? newDual - dual : 0);
        double own = newPrimal - Math.max(newDual, next.optimistic());
        boolean nearer = open && nearest > 0 && own < NEARER * nearest;
        boolean moved = nearer || gain > negligible * newPrimal;
        return new Bounds(newPrimal, newDual, next.optimistic(), Math.min(nearest, own), moved ? 0 : idle + 1);
    }
}
