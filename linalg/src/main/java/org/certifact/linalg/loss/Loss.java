package org.certifact.linalg.loss;

import java.io.Serializable;

/** The loss ℓ(y, x) of one entry with datum y at the model's value x: convex and differentiable in x. */
public interface Loss extends Serializable {

    /** ℓ(y, x). */
    double value(double y, double x);

    /** ∂ℓ/∂x. */
    double derivative(double y, double x);

    /** The convex conjugate ℓ*(y, z) = sup_x { z x − ℓ(y, x) }; infinite outside its domain. */
    double conjugate(double y, double z);

    /** A bound on ∂²ℓ/∂x² over all x. */
    double curvature();
}
