package org.certifact.ml.result;

/** The losses that there are. */
public enum LossName {
    SQUARED,
    HUBER,
    LOGISTIC,
    /** Squared over all cells, with confidence 1 + α|r| where something was seen. */
    IMPLICIT
}
