package org.certifact.matrix;

import java.io.Serializable;

/** Two entries of the same row and column, with the places that they were read from. */
public final class DuplicatePair implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String row;
    private final String column;
    private final long first;
    private final long second;

    DuplicatePair(String row, String column, long first, long second) {
        this.row = row;
        this.column = column;
        this.first = first;
        this.second = second;
    }

    /** Row id. */
    public String row() {
        return row;
    }

    /** Column id. */
    public String column() {
        return column;
    }

    /** Source of the earlier entry. */
    public long first() {
        return first;
    }

    /** Source of the later entry. */
    public long second() {
        return second;
    }
}
