package org.certifact.solver;

/** What is subtracted from the values before factorizing. */
public enum Centering {
    NONE,
    MEAN,
    BIAS
}
