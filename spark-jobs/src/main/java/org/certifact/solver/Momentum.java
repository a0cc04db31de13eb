package org.certifact.solver;

import java.util.Collection;
import java.util.List;

/**
 * Nesterov's sequence t⁺ = (1 + √(1 + 4t²))/2 with extrapolation β = (t − 1)/t⁺, capped; a restart sets t to 1.
 *
 * @param t the sequence's present value
 * @param beta extrapolation of the next sweep
 * @param passed what the method looks back at: objectives of the last sweeps, or the last one's gap inside its span
 */
public record Momentum(double t, double beta, List<Double> passed) {
    /** Above it the method oscillates where the objective is flat: measured. */
    private static final double CAP = 0.95;

    public static final Momentum NONE = new Momentum(1, 0, List.of());

    /** After a sweep that needed no restart. */
    Momentum advance() {
        double following = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
        return new Momentum(following, Math.min(CAP, (t - 1) / following), passed);
    }

    /** The same, looking back at other numbers. */
    Momentum having(Collection<Double> numbers) {
        return new Momentum(t, beta, List.copyOf(numbers));
    }
}
