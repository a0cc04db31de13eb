package org.certifact.datasets;

/** Whether the first line of delimited text names the columns. */
public enum Header {
    /** It does when the columns are asked for by name, or when none of its fields is a number. */
    AUTO,
    /** It does. */
    YES,
    /** It is data. */
    NO
}
