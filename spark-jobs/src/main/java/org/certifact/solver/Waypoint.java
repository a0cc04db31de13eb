package org.certifact.solver;

/**
 * Where a run of the loop stands while it descends: all that it needs to go on.
 *
 * @param round certificates before the next one: it draws that one's random starts
 * @param bounds the best so far
 * @param goal of the descent
 * @param factors those that descend, with their momentum
 * @param <F> the factors
 */
public record Waypoint<F>(int round, Bounds bounds, Goal goal, F factors) {

    /** Where nothing is known: one epoch will do before the first certificate. */
    static <F> Waypoint<F> first(F factors) {
        return new Waypoint<>(0, Bounds.NONE, Goal.NONE, factors);
    }

    /** The same descent elsewhere. */
    Waypoint<F> at(F now) {
        return new Waypoint<>(round, bounds, goal, now);
    }
}
