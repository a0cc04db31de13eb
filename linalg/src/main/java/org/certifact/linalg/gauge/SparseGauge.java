package org.certifact.linalg.gauge;

import java.util.Arrays;

/**
 * ‖x‖₂ + γ‖x‖₁, on x ≥ 0 where asked. With γ = 0 it is the ℓ₂ norm; on u ≥ 0 the gauge of non-negative factorization; with
 * γ > 0 that of sparse codes (Haeffele, Young and Vidal, ICML 2014; Bach, Mairal and Ponce, arXiv 0812.1869).
 *
 * @param sparsity γ ≥ 0
 * @param nonnegative whether x ≥ 0 is required
 */
public record SparseGauge(double sparsity, boolean nonnegative) implements Gauge {
    private static final int MOST_STEPS = 200;

    /** @throws IllegalArgumentException where γ is negative or not finite */
    public SparseGauge {
        if (!(sparsity >= 0 && Double.isFinite(sparsity))) {
            throw new IllegalArgumentException("sparsity " + sparsity + " is not at least 0");
        }
    }

    /** ‖x‖₂. */
    public static SparseGauge l2() {
        return new SparseGauge(0, false);
    }

    /** ‖x‖₂ on x ≥ 0. */
    public static SparseGauge nonnegativeL2() {
        return new SparseGauge(0, true);
    }

    @Override
    public double ofNorms(double l2, double l1) {
        return l2 + sparsity * l1;
    }

    /**
     * The t with ‖soft(a, tγ)‖₂ = t, because the polar's level sets are tB₂ + tγB_∞. The left side is convex and falling, so
     * Newton's method rises to t from 0 without passing it.
     */
    @Override
    public double polar(double[] a) {
        double t = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double squares = 0;
            double sum = 0;
            for (double x : a) {
                double over = size(x) - t * sparsity;
                if (over > 0) {
                    squares += over * over;
                    sum += over;
                }
            }
            double length = Math.sqrt(squares);
            double next = length > 0 ? t + (length - t) / (1 + sparsity * sum / length) : t;
            if (!(next > t * (1 + 1e-15))) {
                return t;
            }
            t = next;
        }
        return t;
    }

    @Override
    public double support(double[] a) {
        double polar = polar(a);
        soft(a, polar * sparsity);
        double scale = ofNorms(norm(a), sum(a));
        if (scale > 0) {
            divide(a, scale);
        } else {
            Arrays.fill(a, 0);
        }
        return polar;
    }

    @Override
    public double prox(double[] x, double t) {
        soft(x, t * sparsity);
        double length = norm(x);
        double shrunk = Math.max(0, length - t);
        if (shrunk == 0) {
            Arrays.fill(x, 0);
            return 0;
        }
        divide(x, length / shrunk);
        return ofNorms(shrunk, sum(x));
    }

    private double size(double x) {
        return nonnegative ? Math.max(0, x) : Math.abs(x);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double t : x) {
            sum += t * t;
        }
        return Math.sqrt(sum);
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double t : x) {
            sum += Math.abs(t);
        }
        return sum;
    }

    private void soft(double[] x, double threshold) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.signum(x[i]) * Math.max(0, size(x[i]) - threshold);
        }
    }

    private static void divide(double[] x, double divisor) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= divisor;
        }
    }
}
