package org.certifact.linalg.krylov;

/**
 * Approximate eigenvectors of a symmetric matrix, orthonormal, and their Rayleigh quotients, best first.
 *
 * @param values descending
 * @param vectors n × their number, row-major
 */
public record RitzPairs(double[] values, double[] vectors) {}
