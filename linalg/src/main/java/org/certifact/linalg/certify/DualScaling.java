package org.certifact.linalg.certify;

/**
 * The dual value of a scaled residual for a weighted squared loss: D(s) = s⟨G,Y⟩ − ½ s² Σ g²/w, where G = w(Y − X) on the
 * observed entries. Every s with s Ω°(G) ≤ λ gives a lower bound on the optimum (Haeffele and Vidal, arXiv 1708.07850).
 *
 * @param linear ⟨G, Y⟩
 * @param quadratic Σ g²/w
 */
public record DualScaling(double linear, double quadratic) {

    /** D(s). */
    public double value(double s) {
        return s * linear - 0.5 * s * s * quadratic;
    }

    /** The best feasible dual value; 0, which s = 0 gives, where no other s is better. @param polarUpper a proved upper bound on Ω°(G) */
    public double best(double lambda, double polarUpper) {
        if (!(quadratic > 0) || !(linear > 0)) {
            return 0;
        }
        double s = Math.min(linear / quadratic, lambda / polarUpper);
        return value(s);
    }

    /** The largest polar for which {@link #best} still reaches a value; 0 where no polar does. */
    public double largestPolarReaching(double value, double lambda) {
        if (value <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double discriminant = linear * linear - 2 * quadratic * value;
        if (!(quadratic > 0) || !(linear > 0) || !(discriminant >= 0)) {
            return 0;
        }
        // the smaller root of ½ q s² − l s + value, without cancellation
        double s = 2 * value / (linear + Math.sqrt(discriminant));
        return lambda / s;
    }
}
