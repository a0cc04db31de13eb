package org.certifact.datasets;

/** Whether the first column of a table names the rows. */
public enum RowNames {
    /**
     * It does when its first values are text, when the header leaves its name empty, or when the header has one name fewer than the rows
     * have fields.
     */
    AUTO,
    /** It does. */
    YES,
    /** It is data; rows are numbered from 1. */
    NO
}
