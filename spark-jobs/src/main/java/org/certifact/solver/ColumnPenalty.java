package org.certifact.solver;

import java.io.Serializable;
import org.certifact.linalg.gauge.Gauge;

/**
 * λ Σ_k ‖V_k‖ (‖u_k‖₂ + γ‖u_k‖₁) as rows see it, the other factor being fixed. With ‖u‖₂ ≤ ½(‖u‖₂²/a + a), an equality at
 * a = ‖u‖₂, it is majorized by ½ Σ_k d_k u_k² + Σ_k e_k |u_k| in every row (Bach, Jenatton, Mairal and Obozinski 2012,
 * section 5), so that rows stay independent.
 */
final class ColumnPenalty implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A column of no length would have an infinite penalty; below this share of the longest it stays where it is. */
    private static final double SHORTEST = 1e-12;

    private final double[] quadratic;
    private final double[] linear;
    private final boolean nonnegative;

    private ColumnPenalty(double[] quadratic, double[] linear, boolean nonnegative) {
        this.quadratic = quadratic;
        this.linear = linear;
        this.nonnegative = nonnegative;
    }

    static ColumnPenalty of(double lambda, Gauge gauge, ColumnNorms own, Gauge otherGauge, ColumnNorms other) {
        int rank = own.rank();
        double longest = 0;
        for (int k = 0; k < rank; k++) {
            longest = Math.max(longest, own.l2(k));
        }
        double[] quadratic = new double[rank];
        double[] linear = new double[rank];
        for (int k = 0; k < rank; k++) {
            double price = lambda * other.gauge(otherGauge, k);
            quadratic[k] = price / Math.max(own.l2(k), Math.max(SHORTEST * longest, Double.MIN_NORMAL));
            linear[k] = price * gauge.sparsity();
        }
        return new ColumnPenalty(quadratic, linear, gauge.nonnegative());
    }

    /** d_k. */
    double quadratic(int k) {
        return quadratic[k];
    }

    /** e_k. */
    double linear(int k) {
        return linear[k];
    }

    /** Whether u ≥ 0. */
    boolean nonnegative() {
        return nonnegative;
    }
}
