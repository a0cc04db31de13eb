package org.certifact.datasets;

import java.io.Serializable;

/**
 * A random order of 0 … n-1 that is never stored: a Feistel network of four rounds over the next power of four, walked until it lands
 * below n (Black and Rogaway, CT-RSA 2002).
 */
final class Shuffle implements Serializable {
    private static final int ROUNDS = 4;

    private final long key;
    private final int n;
    private final int halfBits;

    Shuffle(int n, long key) {
        this.n = n;
        this.key = key;
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(n - 1));
        this.halfBits = (bits + 1) / 2;
    }

    /** Where i goes; every number below n is the image of exactly one. */
    int of(int i) {
        long at = i;
        do {
            at = permuted(at);
        } while (at >= n);
        return (int) at;
    }

    private long permuted(long x) {
        long mask = (1L << halfBits) - 1;
        long left = x >>> halfBits;
        long right = x & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (CellHash.of(key + round, right) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
