package org.certifact.jobs;

/** What must not be negative in a dictionary. */
enum NonnegativePart {
    NONE,
    CODES,
    ATOMS,
    BOTH
}
