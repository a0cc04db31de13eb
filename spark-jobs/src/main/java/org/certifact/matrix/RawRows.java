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
    static RawRows select(int block, SortedChunk chunk, Selection selection, int columnBlocks, String[] rowIds) {
        if (selection.everything() && rowIds == null) {
            return new RawRows(block, chunk.rowIds(), chunk.columnIds(), chunk.columnStart(), chunk.entries());
        }
        SparseBlock all = chunk.entries();
        boolean[] chosen = new boolean[chunk.size()];
        int[] rowCount = new int[chunk.rowIds().length];
        boolean[] columnUsed = new boolean[chunk.columnIds().length];
        boolean weighted = false;
        int count = 0;
        for (int i = 0; i < rowCount.length; i++) {
            for (int k = all.start(i); k < all.start(i + 1); k++) {
                if (selection.has(chunk.entry(i, k))) {
                    chosen[k] = true;
                    count++;
                    rowCount[i]++;
                    columnUsed[all.columns()[k]] = true;
                    weighted |= all.weight(k) != 1.0;
                }
            }
        }
        String[] ids = rowIds == null ? used(chunk.rowIds(), rowCount) : rowIds;
        int[] position = new int[columnUsed.length];
        int needed = 0;
        int[] start = new int[columnBlocks + 1];
        List<String> neededIds = new ArrayList<>();
        for (int q = 0; q < columnBlocks; q++) {
            for (int c = chunk.columnStart()[q]; c < chunk.columnStart()[q + 1]; c++) {
                if (columnUsed[c]) {
                    position[c] = needed++;
                    neededIds.add(chunk.columnIds()[c]);
                }
            }
            start[q + 1] = needed;
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
        for (int i = 0; i < rowCount.length; i++) {
            for (int k = all.start(i); k < all.start(i + 1); k++) {
                if (chosen[k]) {
                    int at = next[target[i]]++;
                    column[at] = position[all.columns()[k]];
                    value[at] = all.values()[k];
                    if (weighted) {
                        weight[at] = all.weight(k);
                    }
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

    /** The columns needed, one message for each column block that has any. @param read the entries as they count */
    List<Tuple2<Integer, NeededColumns>> needed(DataBlock read) {
        int[] counts = read.panelObserved();
        List<Tuple2<Integer, NeededColumns>> out = new ArrayList<>();
        for (int q = 0; q + 1 < neededStart.length; q++) {
            if (neededStart[q + 1] > neededStart[q]) {
                int[] own = Arrays.copyOfRange(counts, neededStart[q], neededStart[q + 1]);
                out.add(new Tuple2<>(q, new NeededColumns(block, neededFrom(q), own)));
            }
        }
        return out;
    }
}
