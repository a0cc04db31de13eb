package org.certifact.datasets;

/** What to do about records that are not entries. */
public enum BadRecordPolicy {
    /** Refuse the whole input and name the first bad records. */
    FAIL,
    /** Set the bad records aside, counted and listed. */
    SKIP
}
