package org.certifact.matrix;

import java.io.Serializable;

/** The columns of one column block that one row block has entries in: their ids, ascending, and how many entries. */
final class NeededColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final String[] ids;
    private final int[] counts;

    /** @param from the row block */
    NeededColumns(int from, String[] ids, int[] counts) {
        this.from = from;
        this.ids = ids;
        this.counts = counts;
    }

    int from() {
        return from;
    }

    String[] ids() {
        return ids;
    }

    /** Entries that the gauge counts, of each. */
    int[] counts() {
        return counts;
    }
}
