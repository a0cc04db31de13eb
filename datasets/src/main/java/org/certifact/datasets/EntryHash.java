package org.certifact.datasets;

/**
 * A uniform number for each seed, row and column: FNV-1a over the characters, mixed by the finalizer of SplitMix64 (Steele, Lea, Flood,
 * OOPSLA 2014). Part of what makes a run repeatable: do not change.
 */
final class EntryHash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private EntryHash() {}

    /** A number in [0, 1). */
    static double uniform(long seed, String row, String column) {
        long hash = mix(seed + 0x9e3779b97f4a7c15L);
        hash = mix(hash ^ hash(row));
        hash = mix(hash + hash(column));
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
