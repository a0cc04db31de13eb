package org.certifact.jobs;

/**
 * How a value is shown: which of the levels between black, 0, and white, 255, it gets. Values outside the range are clipped to it.
 *
 * @param zero the share of white that 0 gets
 * @param scale what a value of 1 adds to that share
 */
record Tone(double zero, double scale) {
    private static final int WHITE = 255;

    /** Zero is black, the largest value white; where that is 0 too, all is black. */
    static Tone nonnegative(double largest) {
        return new Tone(0, inverse(largest));
    }

    /** Zero is mid-grey, the largest magnitude black or white; where that is 0 too, all is mid-grey. */
    static Tone symmetric(double largest) {
        return new Tone(0.5, 0.5 * inverse(largest));
    }

    int level(double value) {
        double share = zero + scale * value;
        return (int) Math.round(WHITE * Math.min(1, Math.max(0, share)));
    }

    private static double inverse(double largest) {
        return largest == 0 ? 0 : 1 / largest;
    }
}
