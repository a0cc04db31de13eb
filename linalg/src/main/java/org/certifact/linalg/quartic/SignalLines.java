package org.certifact.linalg.quartic;

/**
 * The lines above the soft thresholds of all signals: (|t| − c)₊² ≤ p_j t⁴ + q_j t² for |t| ≤ s‖z_j‖, with c = λγ, and
 * what the signals then weigh in Σ_j (p_j (s z_jᵀu)⁴ + q_j (s z_jᵀu)²)/λ².
 */
final class SignalLines {
    private static final int BISECTIONS = 24;

    private final EnvelopeLine line;
    private final double lambda;
    private final double[] norms;

    /** @param norms upper bounds on the ‖z_j‖. Not copied. */
    SignalLines(double lambda, double gamma, double[] norms) {
        this.line = new EnvelopeLine(lambda * gamma);
        this.lambda = lambda;
        this.norms = norms;
    }

    /** Weights s⁴p_j/λ² of the fourth powers. @param q intercepts, one a signal. Not modified. */
    double[] fourth(double[] q, double s) {
        double[] out = new double[norms.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = line.slope(q[j], s * norms[j]) * s * s * s * s / (lambda * lambda);
        }
        return out;
    }

    /** Weights s²q_j/λ² of the squares. @param q intercepts, one a signal. Not modified. */
    double[] second(double[] q, double s) {
        double[] out = new double[norms.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = q[j] * s * s / (lambda * lambda);
        }
        return out;
    }

    /** The intercepts with which no line needs a slope. */
    double[] flat(double s) {
        double[] q = new double[norms.length];
        for (int j = 0; j < q.length; j++) {
            q[j] = line.flat(s * norms[j]);
        }
        return q;
    }

    /** The intercepts that are best for given moments: each line touches at t² = s² fourth/second. */
    double[] intercepts(SignalPasses.Moments moments, double s) {
        double[] q = new double[norms.length];
        for (int j = 0; j < q.length; j++) {
            q[j] = intercept(moments, j, s);
        }
        return q;
    }

    private double intercept(SignalPasses.Moments moments, int j, double s) {
        double second = moments.second()[j];
        double square = second > 0 ? Math.max(0, moments.fourth()[j]) / second : 0;
        return line.intercept(s * s * square, s * norms[j]);
    }

    /** Σ_j (s⁴p_j fourth_j + s²q_j second_j)/λ² with the best lines for the moments. */
    private double value(SignalPasses.Moments moments, double s) {
        double sum = 0;
        for (int j = 0; j < norms.length; j++) {
            double q = intercept(moments, j, s);
            double p = line.slope(q, s * norms[j]);
            sum += s * s * (s * s * p * Math.max(0, moments.fourth()[j]) + q * Math.max(0, moments.second()[j]));
        }
        return sum / (lambda * lambda);
    }

    /**
     * The scale at which the value of the best lines is a given one.
     *
     * @param guess where to begin
     * @return a scale up to rounding; the guess where no signal has moments
     */
    double critical(SignalPasses.Moments moments, double wanted, double guess) {
        double low = guess;
        double high = guess;
        for (double step = 1.05; value(moments, high) < wanted; step *= step) {
            low = high;
            high *= step;
            if (!(high < 1e9 * guess)) {
                return guess;
            }
        }
        for (double step = 1.05; value(moments, low) >= wanted; step *= step) {
            high = low;
            low /= step;
            if (!(low > 1e-9 * guess)) {
                return guess;
            }
        }
        for (int k = 0; k < BISECTIONS && high > low * (1 + 1e-7); k++) {
            double middle = 0.5 * (low + high);
            if (value(moments, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Σ_j weights_j ‖z_j‖^power, rounded as it comes: what the error of a sum is measured by. */
    double total(double[] weights, int power) {
        double sum = 0;
        for (int j = 0; j < norms.length; j++) {
            sum += weights[j] * Math.pow(norms[j], power);
        }
        return sum;
    }
}
