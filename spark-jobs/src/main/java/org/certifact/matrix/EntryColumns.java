package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.Entry;
import scala.Tuple2;

/** Entries where they were read, in columns: ids are kept once a batch, and stand for numbers from then on. */
public final class EntryColumns {
    /** Entries of a batch: enough to see an id often, few enough to hold two batches a task. */
    private static final int BATCH = 1 << 20;

    private final JavaRDD<EntryChunk> chunks;

    private EntryColumns(JavaRDD<EntryChunk> chunks) {
        this.chunks = chunks;
    }

    /** Lazily: the first action parses the input. */
    public static EntryColumns of(JavaRDD<Entry> entries) {
        return new EntryColumns(entries.mapPartitions(Batches::new));
    }

    /** Reads the input and keeps it in memory. */
    public EntryColumns keep() {
        chunks.persist(StorageLevel.MEMORY_AND_DISK())
                .setName("entries as read")
                .count();
        return this;
    }

    /**
     * Brings every entry to the block that its row's id lives in, in chunks that may have entries of other blocks too: what
     * this process keeps in memory is read where it is, by every block, and not copied from block to block.
     */
    JavaRDD<EntryChunk> byRowBlock(int blocks) {
        if (EveryPart.pays(chunks, blocks)) {
            return EveryPart.of(chunks, blocks);
        }
        RDD<Tuple2<Integer, EntryChunk>> delivered =
                Delivery.of(chunks.flatMap(chunk -> parts(chunk, blocks).iterator()), blocks);
        return Blocks.of(List.of(delivered), (p, parts) -> Delivery.read(parts.get(0)));
    }

    private static List<Tuple2<Integer, EntryChunk>> parts(EntryChunk chunk, int blocks) {
        int[] block = new int[chunk.rowIds().length];
        for (int i = 0; i < block.length; i++) {
            block[i] = IdOrder.block(chunk.rowIds()[i], blocks);
        }
        List<Tuple2<Integer, EntryChunk>> parts = new ArrayList<>();
        EntryChunk[] split = ChunkSplit.of(chunk, block, blocks);
        for (int p = 0; p < blocks; p++) {
            if (split[p].size() > 0) {
                parts.add(new Tuple2<>(p, split[p]));
            }
        }
        return parts;
    }

    /** A partition's entries, batch by batch. */
    private static final class Batches implements Iterator<EntryChunk> {
        private final Iterator<Entry> entries;

        Batches(Iterator<Entry> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public EntryChunk next() {
            if (!entries.hasNext()) {
                throw new NoSuchElementException();
            }
            EntryChunk.Builder builder = new EntryChunk.Builder();
            while (entries.hasNext() && builder.size() < BATCH) {
                builder.add(entries.next());
            }
            return builder.build();
        }
    }
}
