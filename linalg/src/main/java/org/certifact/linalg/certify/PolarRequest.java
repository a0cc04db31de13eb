package org.certifact.linalg.certify;

import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/**
 * What the loop wants to know of a polar.
 *
 * @param lambda λ: atoms are wanted whose value exceeds it
 * @param target an upper bound that suffices for the verdict; above it, only atoms matter; 0 where none suffices
 * @param mostAtoms how many atoms at most
 * @param mostSteps how many products with the operator at most
 * @param seed of the random starts
 * @param keys a number for each column of G, by which what is random is drawn for it, so that its place does not matter
 * @param near vectors, columns × any number, that are thought to lie near top right singular vectors of G: what they span
 *     is known, and not looked for. Asked for where it helps.
 */
public record PolarRequest(
        double lambda,
        double target,
        int mostAtoms,
        int mostSteps,
        long seed,
        IntToLongFunction keys,
        Supplier<double[]> near) {

    /** Of an operator whose columns have their places for good. */
    public PolarRequest(double lambda, double target, int mostAtoms, int mostSteps, long seed) {
        this(lambda, target, mostAtoms, mostSteps, seed, column -> column, () -> new double[0]);
    }
}
