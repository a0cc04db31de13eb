package org.certifact.datasets;

import java.util.Iterator;

/** The rows of a partition, whose ids are their numbers in the whole table. */
final class NumberedRows implements Iterator<DenseRow> {
    private final Iterator<Parsed> rows;
    private long last;

    /** @param before the number of rows in the partitions before */
    NumberedRows(Iterator<Parsed> rows, long before) {
        this.rows = rows;
        this.last = before;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public DenseRow next() {
        return ((DenseRow) rows.next()).withId(Long.toString(++last));
    }
}
