package org.certifact.solver;

/**
 * How near a descent should come to the best point in its span.
 *
 * @param enough gap inside the span, as the method estimates it, at which it may stop
 * @param better the gap to come to instead where a few epochs more will do
 */
public record Goal(double enough, double better) {
    /** Any point will do. */
    public static final Goal NONE = of(Double.POSITIVE_INFINITY);

    /** The few epochs. */
    private static final double FEW = 3;

    /** Where a point's own gradient promises enough, but nothing proves it: the next descent comes nearer by this factor. */
    private static final double UNPROVED = 0.35;

    /** Nothing better than what is enough. */
    static Goal of(double enough) {
        return new Goal(enough, enough);
    }

    /**
     * Whether to stop: what is better is not waited for where the descent stalls, as it does while a column dies that the
     * span should not have, or lacks one.
     *
     * @param gap after an epoch @param before after the one before it, infinite where there is none
     */
    boolean reached(double gap, double before) {
        if (!(gap > better)) {
            return true;
        }
        return gap <= enough && gap * Math.pow(gap / before, FEW) > better;
    }

    /**
     * What to come to after a descent whose goal did not do, though no column is missing: the estimate sees but a part of the
     * gap, for the directions in which the factors have yet to move lie partly outside of their span. The same part of what is
     * wanted is the better goal, half of what was reached is enough. Where the gap found would do if only it were proved, the
     * factors are not yet near enough to the gradient's singular vectors for a proof.
     *
     * @param missed the goal that was reached
     * @param wanted gap that is wanted, as the estimate would see it if it saw all
     * @param gap found after that descent, were the polar its lower bound
     */
    Goal beyond(Goal missed, double wanted, double gap) {
        if (gap <= wanted && Double.isFinite(missed.enough)) {
            return of(UNPROVED * missed.enough);
        }
        if (!(missed.enough < gap)) {
            return this;
        }
        double least = Math.min(better, missed.enough / gap * wanted);
        return new Goal(Math.max(least, Math.min(enough, 0.5 * missed.enough)), least);
    }
}
