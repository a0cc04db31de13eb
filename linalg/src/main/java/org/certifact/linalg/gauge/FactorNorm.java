package org.certifact.linalg.gauge;

import java.io.Serializable;

/**
 * θ(u, v) = ‖u‖_u ‖v‖_v, the price of one column pair.
 *
 * @param left gauge of the columns of U
 * @param right gauge of the columns of V
 */
public record FactorNorm(Gauge left, Gauge right) implements Serializable {

    /** θ(v, u): the norm of the transposed factorization. */
    public FactorNorm transposed() {
        return new FactorNorm(right, left);
    }

    /** Non-negative factorization: ‖u‖₂‖v‖₂ on u, v ≥ 0. */
    public static FactorNorm nonnegative() {
        return new FactorNorm(SparseGauge.nonnegativeL2(), SparseGauge.nonnegativeL2());
    }
}
