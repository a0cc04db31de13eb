package org.certifact.linalg.certify;

/** How a run ended. */
public enum Verdict {
    /** The relative gap is proved to be at most the tolerance. */
    CERTIFIED,
    /** A valid gap above the tolerance, which the loop cannot lower further: the number is the result. */
    BOUNDED,
    /** Stopped by the limit on sweeps; the gap so far stands. */
    ITERATION_LIMIT,
    /** Stopped by the limit on time; the gap so far stands. */
    TIME_LIMIT,
    /** Stopped because the process was told to end; the gap so far stands. */
    INTERRUPTED
}
