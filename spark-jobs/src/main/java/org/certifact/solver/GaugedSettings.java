package org.certifact.solver;

import org.certifact.linalg.gauge.FactorNorm;

/**
 * Options of a solve with gauges.
 *
 * @param norm the gauges
 * @param tolerance relative gap to certify
 * @param maxRank most columns
 * @param initialRank columns of the start, or null to choose from the relaxation
 * @param seed of starts, ascents and certificates
 * @param certifySeconds time for the relaxed dual
 */
public record GaugedSettings(
        FactorNorm norm, double tolerance, int maxRank, Integer initialRank, long seed, double certifySeconds) {

    /** The same with another seed. */
    public GaugedSettings withSeed(long other) {
        return new GaugedSettings(norm, tolerance, maxRank, initialRank, other, certifySeconds);
    }
}
