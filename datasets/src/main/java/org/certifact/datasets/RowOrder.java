package org.certifact.datasets;

import org.apache.spark.Partitioner;

/** Spreads rows in the order of the input: each partition has those that follow on the partition before. */
final class RowOrder extends Partitioner {
    private final long[] before;
    private final long rows;
    private final int partitions;

    /**
     * @param before the number of rows in the files before each
     * @param rows the number of rows in all files
     */
    RowOrder(long[] before, long rows, int partitions) {
        this.before = before.clone();
        this.rows = rows;
        this.partitions = (int) Math.max(1, Math.min(partitions, rows));
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    /** @param source the place of the row, a {@code Long}, see {@link Source} */
    @Override
    public int getPartition(Object source) {
        return (int) Math.min((number((Long) source) - 1) * partitions / rows, partitions - 1L);
    }

    /** The number of the row in all files, from 1. */
    long number(long source) {
        return before[Source.file(source)] + Source.number(source);
    }
}
