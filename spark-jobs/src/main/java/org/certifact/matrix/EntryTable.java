package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.Entry;

/**
 * The entries as read, gathered by row block in columnar chunks, sorted, with duplicates resolved. The input is parsed
 * once, here; training, validation and held-out matrices are selections of this table.
 */
public final class EntryTable {
    private final JavaRDD<EntryChunk> delivered;
    private final JavaRDD<SortedChunk> chunks;
    private final int rowBlocks;
    private final int columnBlocks;
    private final Duplicates policy;
    private final boolean placed;

    private EntryTable(
            JavaRDD<EntryChunk> delivered, int rowBlocks, int columnBlocks, Duplicates policy, boolean placed) {
        this.delivered = delivered;
        this.rowBlocks = rowBlocks;
        this.columnBlocks = columnBlocks;
        this.policy = policy;
        this.placed = placed;
        this.chunks = sorted(placed);
        chunks.persist(StorageLevel.MEMORY_AND_DISK()).setName("entries");
    }

    /** Gathers entries; lazily: the first action on the table parses the input. */
    public static EntryTable of(JavaRDD<Entry> entries, int rowBlocks, int columnBlocks, Duplicates policy) {
        return of(EntryColumns.of(entries), rowBlocks, columnBlocks, policy);
    }

    /** Gathers entries; lazily. */
    public static EntryTable of(EntryColumns entries, int rowBlocks, int columnBlocks, Duplicates policy) {
        return new EntryTable(entries.byRowBlock(rowBlocks), rowBlocks, columnBlocks, policy, true);
    }

    /**
     * Gathers entries, lazily, without keeping where each was read: a third of the memory. For a {@link Selection} their
     * place is then 0; where a place is needed to say what is wrong, they are gathered once more.
     */
    public static EntryTable withoutPlaces(EntryColumns entries, int rowBlocks, int columnBlocks, Duplicates policy) {
        return new EntryTable(entries.byRowBlock(rowBlocks), rowBlocks, columnBlocks, policy, false);
    }

    private JavaRDD<SortedChunk> sorted(boolean withPlaces) {
        int rows = rowBlocks;
        int columns = columnBlocks;
        Duplicates duplicates = policy;
        return Blocks.of(
                List.of(delivered.rdd()),
                (p, parts) -> Blocks.one(
                        new ChunkSort(Delivery.all(parts.get(0)), p, rows, columns).sorted(duplicates, withPlaces)));
    }

    /** Reads the input now. @return number of entries, duplicates counted as the policy leaves them */
    public long load() {
        return Blocks.collect(Blocks.map(chunks, c -> (long) c.size())).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The first duplicate in input order, where the policy is to fail. */
    public Optional<DuplicatePair> firstDuplicate() {
        return chunks.flatMap(s -> s.duplicates().iterator()).collect().stream()
                .min((a, b) -> Long.compareUnsigned(a.second(), b.second()));
    }

    /** What is asked of a value. */
    @FunctionalInterface
    public interface ValueTest extends Serializable {
        boolean has(double value);
    }

    /** Whether a value of any entry passes a test. */
    public boolean any(ValueTest test) {
        return Blocks.collect(Blocks.map(
                        chunks, chunk -> Arrays.stream(chunk.entries().values()).anyMatch(test::has)))
                .contains(true);
    }

    /** The first entry in input order whose value passes a test. */
    public Optional<Entry> first(ValueTest test) {
        if (!any(test)) {
            return Optional.empty();
        }
        // a list, as Spark's Kryo cannot write an Optional
        return Blocks.collect(Blocks.map(placed ? chunks : sorted(true), chunk -> {
                    List<Entry> first = new ArrayList<>();
                    chunk.first(test).ifPresent(first::add);
                    return first;
                }))
                .stream()
                .flatMap(List::stream)
                .min(SortedChunk.BY_SOURCE);
    }

    /** Lets go of the entries, once every matrix that is wanted has been built from them. */
    public void unpersist() {
        chunks.unpersist(false);
    }

    /** The chunks, one a row block. */
    JavaRDD<SortedChunk> chunks() {
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
