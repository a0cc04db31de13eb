package org.certifact.linalg.certify;

/**
 * The dual values of a scaled negative gradient: D(s) = −Σ w ℓ*(y, −s g/w), where G = −w ∂ℓ/∂x on the cells that count.
 * Every s with s Ω°(G) ≤ λ gives a lower bound on the optimum (Haeffele and Vidal, arXiv 1708.07850). D is concave and
 * D(0) = 0.
 */
public interface DualScaling {

    /** The best feasible dual value; 0, which s = 0 gives, where no other s is better. @param polarUpper an upper bound on Ω°(G): the value proves what that does */
    double best(double lambda, double polarUpper);

    /** The largest polar for which {@link #best} still reaches a value; 0 where no polar does. */
    double largestPolarReaching(double value, double lambda);
}
