package org.certifact.linalg.quartic;

/**
 * Lines above the soft threshold: numbers p, q ≥ 0 with (|t| − c)₊² ≤ p t⁴ + q t² for all |t| ≤ τ.
 *
 * <p>Divided by s = t² this asks that p s + q ≥ h(s) = (1 − c/√s)₊² on (0, τ²]. The concave envelope of h from h(0) = 0 is
 * s/16c² up to s = 4c² and h from there on. Its tangent at t₀² = (c/x)² ≥ 4c² has the intercept q = (1 − x)(1 − 2x) and
 * the slope p = (1 − x)x³/c²; where it touches beyond τ, the line from (0, q) to (τ², h(τ²)) lies lower.
 *
 * @param threshold c > 0
 */
public record EnvelopeLine(double threshold) {
    /** Relative margin for the rounding of a slope. */
    private static final double MARGIN = 1e-13;

    /** @throws IllegalArgumentException where c is not a positive number */
    public EnvelopeLine {
        if (!(threshold > 0 && Double.isFinite(threshold))) {
            throw new IllegalArgumentException("threshold " + threshold + " is not a positive number");
        }
    }

    /** The q of the tangent that touches at t₀² as near to a square as it can, cut at τ. @return in [0, 1] */
    public double intercept(double square, double tau) {
        if (tau < 2 * threshold) {
            return 0;
        }
        double x = Math.min(threshold / Math.sqrt(square), 0.5);
        double ratio = threshold / tau;
        return x <= ratio ? (1 - ratio) * (1 - ratio) : (1 - x) * (1 - 2 * x);
    }

    /**
     * The smallest p for a given q, and a little more: the inequality holds with the numbers as they are, rounding and all.
     *
     * @param q in [0, 1]
     * @param tau at least every |t| that is asked for
     */
    public double slope(double q, double tau) {
        // x of q = (1 − x)(1 − 2x), without cancellation
        double x = 2 * (1 - q) / (3 + Math.sqrt(1 + 8 * q));
        if (threshold < x * tau) {
            return (1 - x) * x * x * x / (threshold * threshold) * (1 + MARGIN);
        }
        if (tau <= threshold * (1 - MARGIN)) {
            return 0;
        }
        double over = Math.max(0, 1 - threshold / tau);
        return (Math.max(0, over * over - q) + MARGIN) / (tau * tau) * (1 + MARGIN);
    }

    /** (1 − c/τ)₊², the least q with p = 0. @param tau at least every |t| that is asked for */
    public double flat(double tau) {
        double over = tau > threshold ? 1 - threshold / tau : 0;
        return Math.min(1, over * over + MARGIN);
    }
}
