package org.certifact.matrix;

import java.util.ArrayList;
import java.util.List;

/** Parts a chunk by the blocks of its rows. */
final class ChunkSplit {
    private final EntryChunk chunk;
    private final IdCodes rows;
    private final IdCodes columns;

    private ChunkSplit(EntryChunk chunk) {
        this.chunk = chunk;
        this.rows = new IdCodes(chunk.rowIds());
        this.columns = new IdCodes(chunk.columnIds());
    }

    /** The entries of each block in their order, with the ids that they use. @param block of every row id */
    static EntryChunk[] of(EntryChunk chunk, int[] block, int blocks) {
        int[] start = new int[blocks + 1];
        for (int k = 0; k < chunk.size(); k++) {
            start[block[chunk.row(k)] + 1]++;
        }
        for (int p = 0; p < blocks; p++) {
            start[p + 1] += start[p];
        }
        int[] next = start.clone();
        int[] order = new int[chunk.size()];
        for (int k = 0; k < order.length; k++) {
            order[next[block[chunk.row(k)]]++] = k;
        }
        ChunkSplit split = new ChunkSplit(chunk);
        EntryChunk[] parts = new EntryChunk[blocks];
        for (int p = 0; p < blocks; p++) {
            parts[p] = split.taken(order, start[p], start[p + 1]);
        }
        return parts;
    }

    private EntryChunk taken(int[] order, int from, int to) {
        rows.restart();
        columns.restart();
        int size = to - from;
        int[] row = new int[size];
        int[] column = new int[size];
        double[] value = new double[size];
        double[] weight = chunk.weighted() ? new double[size] : null;
        long[] source = new long[size];
        for (int at = 0; at < size; at++) {
            int k = order[from + at];
            row[at] = rows.code(chunk.row(k));
            column[at] = columns.code(chunk.column(k));
            value[at] = chunk.value(k);
            source[at] = chunk.source(k);
            if (weight != null) {
                weight[at] = chunk.weight(k);
            }
        }
        return new EntryChunk(rows.used(), columns.used(), row, column, value, weight, source);
    }

    /** Numbers ids anew, part by part, in the order in which a part first names them. */
    private static final class IdCodes {
        private final String[] ids;
        private final int[] code;
        private final int[] part;
        private final List<String> used = new ArrayList<>();
        private int present;

        IdCodes(String[] ids) {
            this.ids = ids;
            this.code = new int[ids.length];
            this.part = new int[ids.length];
        }

        void restart() {
            present++;
            used.clear();
        }

        int code(int id) {
            if (part[id] != present) {
                part[id] = present;
                code[id] = used.size();
                used.add(ids[id]);
            }
            return code[id];
        }

        String[] used() {
            return used.toArray(String[]::new);
        }
    }
}
