package org.certifact.linalg.loss;

import java.io.Serializable;

/** The loss ℓ(y, x) of one entry with datum y at the model's value x: convex and differentiable in x, at least 0. */
public sealed interface Loss extends Serializable permits SquaredLoss, HuberLoss, LogisticLoss {

    /** Name for options, reports and messages. */
    String name();

    /** ℓ(y, x). */
    double value(double y, double x);

    /** ∂ℓ/∂x. */
    double derivative(double y, double x);

    /** The convex conjugate ℓ*(y, z) = sup_x { z x − ℓ(y, x) }; infinite outside its domain. */
    double conjugate(double y, double z);

    /** Whether ℓ*(y, z) = zy + ½z² wherever it is finite. */
    boolean quadraticConjugate();

    /** The supremum of |∂ℓ/∂x|; where it is finite, the conjugate is infinite beyond it. */
    double largestSlope();

    /** A bound on ∂²ℓ/∂x² over all x. */
    double curvature();

    /**
     * The curvature a of a parabola that touches the loss at x and lies nowhere below it: for every t,
     * ℓ(y, t) ≤ ℓ(y, x) + ∂ℓ/∂x (t − x) + ½ a (t − x)². Positive, at most {@link #curvature()}.
     */
    double curvature(double y, double x);
}
