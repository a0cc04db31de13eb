package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;
import scala.Tuple2;

/** One row block on its way to a {@link BlockMatrix}: its entries by rows, and the column ids that it needs. */
final class RawRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final String[] ids;
    private final String[] neededIds;
    private final int[] neededStart;
    private final SparseBlock entries;

    private RawRows(int block, String[] ids, String[] neededIds, int[] neededStart, SparseBlock entries) {
        this.block = block;
        this.ids = ids;
        this.neededIds = neededIds;
        this.neededStart = neededStart;
        this.entries = entries;
    }

    String[] ids() {
        return ids;
    }

    DataBlock data(Coverage coverage) {
        return new DataBlock(entries, coverage, neededStart, null, null, null);
    }

    /** The column ids needed from column block q, in panel order. */
    String[] neededFrom(int q) {
        return Arrays.copyOfRange(neededIds, neededStart[q], neededStart[q + 1]);
    }

    /**
     * Selects entries of a chunk.
     *
     * @param rowIds the rows there are, ascending, or null to take those that the selection touches; an entry of another
     *     row goes to an extra last row
     */
    static RawRows select(int block, EntryChunk chunk, Selection selection, int columnBlocks, String[] rowIds) {
        boolean[] chosen = new boolean[chunk.size()];
        int[] rowCount = new int[chunk.rowIds().length];
        boolean[] columnUsed = new boolean[chunk.columnIds().length];
        boolean weighted = false;
        int count = 0;
        for (int k = 0; k < chunk.size(); k++) {
            if (selection.has(chunk.entry(k))) {
                chosen[k] = true;
                count++;
                rowCount[chunk.row(k)]++;
                columnUsed[chunk.column(k)] = true;
                weighted |= chunk.weight(k) != 1.0;
            }
        }
        String[] ids = rowIds == null ? used(chunk.rowIds(), rowCount) : rowIds;
        int[] position = new int[columnUsed.length];
        int needed = 0;
        int[] start = new int[columnBlocks + 1];
        List<String> neededIds = new ArrayList<>();
        for (int c = 0; c < columnUsed.length; c++) {
            if (columnUsed[c]) {
                position[c] = needed++;
                String id = chunk.columnIds()[c];
                neededIds.add(id);
                start[IdOrder.block(id, columnBlocks) + 1]++;
            }
        }
        for (int q = 0; q < columnBlocks; q++) {
            start[q + 1] += start[q];
        }
        int[] target = Routes.locate(chunk.rowIds(), ids);
        Arrays.setAll(target, i -> target[i] < 0 ? ids.length : target[i]);
        int rows = rowIds == null ? ids.length : ids.length + 1;
        int[] rowStart = new int[rows + 1];
        for (int i = 0; i < rowCount.length; i++) {
            if (rowCount[i] > 0) {
                rowStart[target[i] + 1] += rowCount[i];
            }
        }
        for (int i = 0; i < rows; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        int[] next = rowStart.clone();
        int[] column = new int[count];
        double[] value = new double[count];
        double[] weight = weighted ? new double[count] : null;
        for (int k = 0; k < chunk.size(); k++) {
            if (chosen[k]) {
                int at = next[target[chunk.row(k)]]++;
                column[at] = position[chunk.column(k)];
                value[at] = chunk.value(k);
                if (weighted) {
                    weight[at] = chunk.weight(k);
                }
            }
        }
        return new RawRows(
                block,
                ids,
                neededIds.toArray(String[]::new),
                start,
                new SparseBlock(rowStart, column, value, weight, needed));
    }

    private static String[] used(String[] ids, int[] count) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (count[i] > 0) {
                out.add(ids[i]);
            }
        }
        return out.toArray(String[]::new);
    }

    /** For each column block, the rows that its entries here touch, ascending. */
    int[][] touched() {
        int blocks = neededStart.length - 1;
        int[][] out = new int[blocks][];
        for (int q = 0; q < blocks; q++) {
            out[q] = new int[Math.min(rows(), entries.entries())];
        }
        int[] count = new int[blocks];
        int[] blockOf = blockOf();
        for (int i = 0; i < rows(); i++) {
            for (int k = entries.start(i); k < entries.start(i + 1); k++) {
                int q = blockOf[entries.columns()[k]];
                if (count[q] == 0 || out[q][count[q] - 1] != i) {
                    out[q][count[q]++] = i;
                }
            }
        }
        for (int q = 0; q < blocks; q++) {
            out[q] = Arrays.copyOf(out[q], count[q]);
        }
        return out;
    }

    private int rows() {
        return entries.rows();
    }

    private int[] blockOf() {
        int[] blockOf = new int[neededIds.length];
        for (int q = 0; q + 1 < neededStart.length; q++) {
            Arrays.fill(blockOf, neededStart[q], neededStart[q + 1], q);
        }
        return blockOf;
    }

    /** The entries by columns, one message for each column block that has any. */
    List<Tuple2<Integer, ColumnSlice>> columnSlices() {
        int columns = neededIds.length;
        int[] start = new int[columns + 1];
        for (int c : entries.columns()) {
            start[c + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            start[c + 1] += start[c];
        }
        int[] next = start.clone();
        int[] row = new int[entries.entries()];
        int[] order = new int[entries.entries()];
        for (int i = 0; i < rows(); i++) {
            for (int k = entries.start(i); k < entries.start(i + 1); k++) {
                int at = next[entries.columns()[k]]++;
                row[at] = i;
                order[at] = k;
            }
        }
        List<Tuple2<Integer, ColumnSlice>> out = new ArrayList<>();
        for (int q = 0; q + 1 < neededStart.length; q++) {
            if (neededStart[q + 1] > neededStart[q]) {
                out.add(new Tuple2<>(q, slice(q, start, row, order)));
            }
        }
        return out;
    }

    private ColumnSlice slice(int q, int[] start, int[] row, int[] order) {
        int first = neededStart[q];
        int last = neededStart[q + 1];
        int from = start[first];
        int size = start[last] - from;
        int[] columnStart = new int[last - first + 1];
        for (int c = 0; c < columnStart.length; c++) {
            columnStart[c] = start[first + c] - from;
        }
        double[] value = new double[size];
        double[] weight = entries.weights() == null ? null : new double[size];
        for (int k = 0; k < size; k++) {
            value[k] = entries.values()[order[from + k]];
            if (weight != null) {
                weight[k] = entries.weights()[order[from + k]];
            }
        }
        int[] rows = Arrays.copyOfRange(row, from, from + size);
        return new ColumnSlice(block, neededFrom(q), columnStart, rows, value, weight);
    }
}
