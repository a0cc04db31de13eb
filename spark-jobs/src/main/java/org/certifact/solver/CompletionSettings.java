package org.certifact.solver;

/**
 * Options of a completion solve.
 *
 * @param tolerance relative gap to certify
 * @param maxRank most columns
 * @param initialRank columns of the random start; 0 starts from U = V = 0
 * @param seed of random starts, of the model and of the certificates
 * @param descent local method
 */
public record CompletionSettings(double tolerance, int maxRank, int initialRank, long seed, DescentMethod descent) {

    /** The same with another tolerance. */
    public CompletionSettings withTolerance(double other) {
        return new CompletionSettings(other, maxRank, initialRank, seed, descent);
    }

    /** The same with another limit on the rank. */
    public CompletionSettings withMaxRank(int other) {
        return new CompletionSettings(tolerance, other, initialRank, seed, descent);
    }
}
