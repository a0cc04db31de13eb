package org.certifact.datasets;

/** Random numbers that are functions of where they stand: a chain of hashes of seed, row and column. Do not change: data depend on it. */
final class CellHash {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private CellHash() {}

    /** The hash of a value under a key, which may be a hash itself. */
    static long of(long key, long value) {
        return EntryHash.mix(key + GOLDEN ^ EntryHash.mix(value * GOLDEN + GOLDEN));
    }

    /** In [0, 1). */
    static double uniform(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** Mean 0, variance 1. */
    static double centred(long hash) {
        return Math.sqrt(12) * (uniform(hash) - 0.5);
    }

    /** Standard normal (Box and Muller). */
    static double gaussian(long hash) {
        double radius = Math.sqrt(-2 * Math.log1p(-uniform(hash)));
        return radius * Math.cos(2 * Math.PI * uniform(of(hash, 1)));
    }
}
