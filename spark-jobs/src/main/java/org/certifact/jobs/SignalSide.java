package org.certifact.jobs;

/** Which side of a matrix the signals are. */
enum SignalSide {
    ROWS,
    COLUMNS
}
