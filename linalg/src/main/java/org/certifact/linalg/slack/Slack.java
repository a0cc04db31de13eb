package org.certifact.linalg.slack;

import java.io.Serializable;

/**
 * What a dual point may hold beside a matrix of bounded spectral norm: Z = A − S with σ_max(A) ≤ λ and S from this set has
 * Ω°(Z) ≤ λ. The set is a cone or a ball, so that its points are the images T(H) of free matrices H.
 *
 * <p>The duals of ½‖Y − X‖² + λ(‖X‖_* + h(X)) have this form: T is the negative of the projection on the dual ball of λh, and
 * −X is a gradient of the dual at H.
 */
@FunctionalInterface
public interface Slack extends Serializable {

    /**
     * H ← T(H) = S, in place.
     *
     * @param h rows × width, whole rows of H. Modified.
     * @return the polar that S alone needs: a multiple sS stays in the set for as long as s times this is at most λ; 0 for
     *     a cone
     */
    double apply(double[] h, int rows, int width);
}
