package org.certifact.linalg.gauge;

import java.io.Serializable;

/**
 * A gauge ‖·‖ on columns of a factor: a norm, or a norm restricted to a cone, where it is +∞ outside.
 *
 * <p>Every gauge here depends on a column only through its cone, its ℓ₂ norm and its ℓ₁ norm, which add up over blocks of
 * rows; so a distributed column's gauge is known from two sums.
 */
public interface Gauge extends Serializable {

    /** ‖x‖ of a column in the cone with the given ℓ₂ and ℓ₁ norms. */
    double ofNorms(double l2, double l1);

    /** Whether the column must have no negative entry. */
    boolean nonnegative();

    /** The weight γ of the ℓ₁ norm in ‖x‖₂ + γ‖x‖₁. */
    double sparsity();

    /** ‖x‖; +∞ outside the cone. */
    default double value(double[] x) {
        double squares = 0;
        double sum = 0;
        for (double t : x) {
            if (nonnegative() && t < 0) {
                return Double.POSITIVE_INFINITY;
            }
            squares += t * t;
            sum += Math.abs(t);
        }
        return ofNorms(Math.sqrt(squares), sum);
    }

    /** The polar ‖a‖° = sup { aᵀx : ‖x‖ ≤ 1 }. */
    double polar(double[] a);

    /** argmax { aᵀx : ‖x‖ ≤ 1 }, in place; zero where the polar is zero. @param a modified @return the polar of a */
    double support(double[] a);

    /** argmin ½‖x − z‖² + t‖x‖, in place. @param x z; modified @return the gauge of the result */
    double prox(double[] x, double t);
}
