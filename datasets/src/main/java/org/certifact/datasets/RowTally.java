package org.certifact.datasets;

import java.io.Serializable;
import java.util.Iterator;

/** What the rows of one partition hold. */
final class RowTally implements Serializable {
    private final PartitionTally records;
    private long missing;
    private long firstMissing = Long.MAX_VALUE;
    private int firstMissingColumn;

    private RowTally(int partition) {
        this.records = new PartitionTally(partition);
    }

    static RowTally of(int partition, Iterator<Parsed> parsed) {
        RowTally tally = new RowTally(partition);
        while (parsed.hasNext()) {
            Parsed record = parsed.next();
            tally.records.add(record);
            if (record instanceof DenseRow row) {
                tally.countMissing(row);
            }
        }
        return tally;
    }

    private void countMissing(DenseRow row) {
        double[] values = row.values();
        for (int column = 0; column < values.length; column++) {
            if (Double.isNaN(values[column])) {
                missing++;
                if (row.source() < firstMissing) {
                    firstMissing = row.source();
                    firstMissingColumn = column;
                }
            }
        }
    }

    /** Rows, bad records and where they stand. */
    PartitionTally records() {
        return records;
    }

    long missing() {
        return missing;
    }

    /** The place of the first row with a missing cell, see {@link Source}; the largest number if there is none. */
    long firstMissing() {
        return firstMissing;
    }

    /** The first missing cell's column, from 0. */
    int firstMissingColumn() {
        return firstMissingColumn;
    }
}
