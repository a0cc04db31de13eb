package org.certifact.matrix;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.certifact.datasets.Entry;
import org.certifact.linalg.block.SparseBlock;

/**
 * The entries of one row block: rows in the order of their ids, columns grouped by column block and in the order of their
 * ids within one, entries sorted by row and column, duplicates resolved.
 */
final class SortedChunk implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The order of the input. */
    static final Comparator<Entry> BY_SOURCE = (a, b) -> Long.compareUnsigned(a.source(), b.source());

    private final String[] rowIds;
    private final String[] columnIds;
    private final int[] columnStart;
    private final SparseBlock entries;
    private final long[] source;
    private final List<DuplicatePair> duplicates;

    /**
     * @param columnStart column block q has the columns {@code columnStart[q] .. columnStart[q + 1] - 1}
     * @param source the place that each entry was read from, or null where nobody asked to keep it
     */
    SortedChunk(
            String[] rowIds,
            String[] columnIds,
            int[] columnStart,
            SparseBlock entries,
            long[] source,
            List<DuplicatePair> duplicates) {
        this.rowIds = rowIds;
        this.columnIds = columnIds;
        this.columnStart = columnStart;
        this.entries = entries;
        this.source = source;
        this.duplicates = duplicates;
    }

    String[] rowIds() {
        return rowIds;
    }

    String[] columnIds() {
        return columnIds;
    }

    int[] columnStart() {
        return columnStart;
    }

    /** The entries by rows, in one tile. */
    SparseBlock entries() {
        return entries;
    }

    int size() {
        return entries.entries();
    }

    List<DuplicatePair> duplicates() {
        return duplicates;
    }

    /** Entry k, which is in row i, as it was read; its place is 0 where it was not kept. */
    Entry entry(int i, int k) {
        return new Entry(
                rowIds[i],
                columnIds[entries.columns()[k]],
                entries.values()[k],
                entries.weight(k),
                source == null ? 0 : source[k]);
    }

    /** All entries, row by row. */
    Stream<Entry> read() {
        return IntStream.range(0, entries.rows())
                .boxed()
                .flatMap(i ->
                        IntStream.range(entries.start(i), entries.start(i + 1)).mapToObj(k -> entry(i, k)));
    }

    /** The first entry in input order whose value passes a test. */
    Optional<Entry> first(EntryTable.ValueTest test) {
        return read().filter(e -> test.has(e.value())).min(BY_SOURCE);
    }
}
