package org.certifact.solver;

/**
 * How near a descent should come to the best point in its span.
 *
 * @param enough gap inside the span, as the method estimates it, at which it may stop
 * @param better the gap to come to instead where a few epochs more will do
 */
record Goal(double enough, double better) {
    /** The few epochs. */
    private static final double FEW = 3;

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
}
