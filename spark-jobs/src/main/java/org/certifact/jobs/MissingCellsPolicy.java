package org.certifact.jobs;

/** What a cell means that the input does not hold. */
enum MissingCellsPolicy {
    /** Zero in entries; an error in tables. */
    AUTO,
    /** It is zero, and counts. */
    ZERO,
    /** It is unknown, and does not count. */
    UNOBSERVED
}
