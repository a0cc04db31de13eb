package org.certifact.datasets;

/** What becomes of the mean of a patch. */
public enum PatchMean {
    /** It stays. */
    KEEP,
    /** Each patch's own mean is subtracted from its values, which are then negative in part. */
    SUBTRACT
}
