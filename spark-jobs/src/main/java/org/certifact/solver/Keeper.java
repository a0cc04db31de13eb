package org.certifact.solver;

/**
 * Is shown every state from which a run could go on, and keeps what it likes. A run that goes on from such a state passes
 * through the same points as one that never stopped, to rounding.
 *
 * @param <S> the state
 */
@FunctionalInterface
public interface Keeper<S> {

    /** @param now valid during the call only */
    void pass(S now);

    /** Keeps nothing. */
    static <S> Keeper<S> none() {
        return now -> {};
    }
}
