package org.certifact.matrix;

/** What becomes of several entries of the same row and column. */
public enum Duplicates {
    /** An error that names where they stand. */
    FAIL,
    /** Their sum; the weight is their mean weight. */
    SUM,
    /** Their mean, weighted; the weight is their mean weight. */
    MEAN,
    /** The one that comes last in the input, by file and line. */
    LAST
}
