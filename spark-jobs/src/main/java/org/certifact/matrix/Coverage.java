package org.certifact.matrix;

/** What a cell means that is not listed. */
public enum Coverage {
    /** It is unknown: only listed cells count. */
    OBSERVED,
    /** It is zero, and counts: every cell is known. */
    COMPLETE
}
