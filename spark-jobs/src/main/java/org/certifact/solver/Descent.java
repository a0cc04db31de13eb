package org.certifact.solver;

/**
 * A local method: lowers the objective at a fixed number of columns.
 *
 * @param <F> the factors
 */
public interface Descent<F> {

    /**
     * Runs epochs, at least one, until the gap to the best point in the present span is small, or the budget ends.
     *
     * @param goal gap inside the span at which to stop
     * @param keeper is shown the factors, with their momentum, after every epoch but one that is enough
     */
    F descend(F start, Goal goal, Budget budget, Keeper<F> keeper);

    /** The same, with nobody to keep anything. @param enough gap inside the span at which to stop */
    default F descend(F start, double enough, Budget budget) {
        return descend(start, Goal.of(enough), budget, Keeper.none());
    }
}
