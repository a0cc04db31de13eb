package org.certifact.linalg.certify;

/** How an upper bound on the polar was proved. */
public enum BoundKind {
    /** Holds always: a factorization in floating point with its rounding error accounted for. */
    DETERMINISTIC,
    /** Holds but for a stated failure probability over the random starts. */
    PROBABILISTIC
}
