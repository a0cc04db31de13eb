package org.certifact.jobs;

/** What is subtracted from the values before factorizing. */
enum Centering {
    NONE,
    MEAN,
    BIAS
}
