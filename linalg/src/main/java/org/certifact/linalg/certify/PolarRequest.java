package org.certifact.linalg.certify;

/**
 * What the loop wants to know of a polar.
 *
 * @param lambda λ: atoms are wanted whose value exceeds it
 * @param target an upper bound that suffices for the verdict; above it, only atoms matter; 0 where none suffices
 * @param mostAtoms how many atoms at most
 * @param mostSteps how many products with the operator at most
 * @param seed of the random starts
 */
public record PolarRequest(double lambda, double target, int mostAtoms, int mostSteps, long seed) {}
