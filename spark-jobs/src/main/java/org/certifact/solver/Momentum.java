package org.certifact.solver;

/**
 * Nesterov's sequence t⁺ = (1 + √(1 + 4t²))/2 with extrapolation β = (t − 1)/t⁺, capped; a restart sets t to 1.
 *
 * @param t the sequence's present value
 * @param beta extrapolation of the next sweep
 */
record Momentum(double t, double beta) {
    /** Above it the method oscillates where the objective is flat: measured. */
    private static final double CAP = 0.95;

    static final Momentum NONE = new Momentum(1, 0);

    /** After a sweep that needed no restart. */
    Momentum advance() {
        double following = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
        return new Momentum(following, Math.min(CAP, (t - 1) / following));
    }
}
