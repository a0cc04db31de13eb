package org.certifact.solver;

/**
 * Where a run of the loop stands while it descends: all that it needs to go on.
 *
 * @param round certificates before the next one: it draws that one's random starts
 * @param bounds the best so far
 * @param factors those that descend, with their momentum
 * @param <F> the factors
 */
public record Waypoint<F>(int round, Bounds bounds, F factors) {}
