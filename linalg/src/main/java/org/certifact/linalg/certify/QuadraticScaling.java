package org.certifact.linalg.certify;

/**
 * D(s) = s⟨G,Y⟩ − ½ s² Σ g²/w up to a largest s: the weighted squared loss, for which there is no such limit, and Huber's,
 * whose conjugate is the same on the box |g|/w ≤ δ.
 *
 * @param linear ⟨G, Y⟩
 * @param quadratic Σ g²/w
 * @param largest the s at which D ends
 */
public record QuadraticScaling(double linear, double quadratic, double largest) implements DualScaling {

    /** Of the squared loss. */
    public QuadraticScaling(double linear, double quadratic) {
        this(linear, quadratic, Double.POSITIVE_INFINITY);
    }

    /** D(s), for s up to the largest. */
    public double value(double s) {
        return s * linear - 0.5 * s * s * quadratic;
    }

    @Override
    public double best(double lambda, double polarUpper) {
        if (!(quadratic > 0) || !(linear > 0)) {
            return 0;
        }
        double s = Math.min(Math.min(linear / quadratic, largest), lambda / polarUpper);
        return value(s);
    }

    @Override
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
        return s <= largest ? lambda / s : 0;
    }
}
