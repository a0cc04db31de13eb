package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.Entry;

/**
 * The entries as read, gathered by row block in columnar chunks, sorted, with duplicates resolved. The input is parsed
 * once, here; training, validation and held-out matrices are selections of this table.
 */
public final class EntryTable {
    private static final Comparator<Entry> BY_SOURCE = (a, b) -> Long.compareUnsigned(a.source(), b.source());

    private final JavaRDD<SortedChunk> sorted;
    private final JavaRDD<EntryChunk> chunks;
    private final int rowBlocks;
    private final int columnBlocks;

    private EntryTable(JavaRDD<SortedChunk> sorted, int rowBlocks, int columnBlocks) {
        this.sorted = sorted;
        this.chunks = Blocks.map(sorted, SortedChunk::chunk);
        this.rowBlocks = rowBlocks;
        this.columnBlocks = columnBlocks;
    }

    /** Gathers entries; lazily: the first action on the table parses the input. */
    public static EntryTable of(JavaRDD<Entry> entries, int rowBlocks, int columnBlocks, Duplicates policy) {
        return of(EntryColumns.of(entries), rowBlocks, columnBlocks, policy);
    }

    /** Gathers entries; lazily. */
    public static EntryTable of(EntryColumns entries, int rowBlocks, int columnBlocks, Duplicates policy) {
        JavaRDD<SortedChunk> sorted = entries.byRowBlock(rowBlocks)
                .mapPartitions(part ->
                        List.of(SortedChunk.of(part, columnBlocks, policy)).iterator());
        sorted.persist(StorageLevel.MEMORY_AND_DISK()).setName("entries");
        return new EntryTable(sorted, rowBlocks, columnBlocks);
    }

    /** Reads the input now. @return number of entries, duplicates counted as the policy leaves them */
    public long load() {
        return Blocks.collect(Blocks.map(chunks, c -> (long) c.size())).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The first duplicate in input order, where the policy is to fail. */
    public Optional<DuplicatePair> firstDuplicate() {
        return sorted.flatMap(s -> s.duplicates().iterator()).collect().stream()
                .min((a, b) -> Long.compareUnsigned(a.second(), b.second()));
    }

    /** What is asked of a value. */
    @FunctionalInterface
    public interface ValueTest extends Serializable {
        boolean has(double value);
    }

    /** The first entry in input order whose value passes a test. */
    public Optional<Entry> first(ValueTest test) {
        return chunks
                .map(chunk -> IntStream.range(0, chunk.size())
                        .filter(k -> test.has(chunk.value(k)))
                        .mapToObj(chunk::entry)
                        .min(BY_SOURCE)
                        .stream()
                        .toArray(Entry[]::new))
                .collect()
                .stream()
                .flatMap(Arrays::stream)
                .min(BY_SOURCE);
    }

    /** Lets go of the entries, once every matrix that is wanted has been built from them. */
    public void unpersist() {
        sorted.unpersist(false);
    }

    /** The chunks, one a row block. */
    JavaRDD<EntryChunk> chunks() {
        return chunks;
    }

    /** Number of blocks of rows. */
    public int rowBlocks() {
        return rowBlocks;
    }

    /** Number of blocks of columns. */
    public int columnBlocks() {
        return columnBlocks;
    }
}
