package org.certifact.matrix;

import java.io.Serializable;

/** The columns of one column block that one row block has entries in: their ids, ascending, and how many entries. */
final class NeededColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final String[] ids;
    private final int[] counts;
    private final double[] head;

    /** @param from the row block @param head what it says of itself, to one column block; null to the others */
    NeededColumns(int from, String[] ids, int[] counts, double[] head) {
        this.from = from;
        this.ids = ids;
        this.counts = counts;
        this.head = head;
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

    /** See {@link Outline#head}; null where another column block is told. */
    double[] head() {
        return head;
    }
}
