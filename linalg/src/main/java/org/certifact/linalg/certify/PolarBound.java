package org.certifact.linalg.certify;

/**
 * What is known of the polar Ω°(G) = sup { uᵀGv : ‖u‖ ≤ 1, ‖v‖ ≤ 1 }.
 *
 * @param lower a value that was attained; finds atoms, proves nothing about optimality
 * @param upper a bound that was proved; the only number that may enter a verdict
 * @param kind how the upper bound was proved
 * @param failureProbability probability that the upper bound is wrong; 0 where deterministic
 * @param atoms directions found with uᵀGv above the request's λ, best first
 * @param steps products with the operator that it took
 */
public record PolarBound(
        double lower, double upper, BoundKind kind, double failureProbability, Atoms atoms, int steps) {

    /** @throws IllegalArgumentException where upper is below lower beyond rounding */
    public PolarBound {
        if (!(upper >= lower * (1 - 1e-9))) {
            throw new IllegalArgumentException("polar: upper " + upper + " is below lower " + lower);
        }
    }

    /** The same bounds with other atoms. */
    public PolarBound with(Atoms others) {
        return new PolarBound(lower, upper, kind, failureProbability, others, steps);
    }
}
