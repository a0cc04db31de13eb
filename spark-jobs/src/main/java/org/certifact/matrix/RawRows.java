package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;

/** One row block on its way to a {@link BlockMatrix}: its entries by rows, and the column ids that it needs. */
final class RawRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final String[] ids;
    private final String[] neededIds;
    private final int[] neededStart;
    private final DataBlock data;
    private final int[] observed;

    private RawRows(int block, String[] ids, String[] neededIds, int[] neededStart, DataBlock data, int[] observed) {
        this.block = block;
        this.ids = ids;
        this.neededIds = neededIds;
        this.neededStart = neededStart;
        this.data = data;
        this.observed = observed;
    }

    String[] ids() {
        return ids;
    }

    /** The entries, with a panel of which only ids are known. */
    DataBlock data() {
        return data;
    }

    /** The same rows with something made of their entries, which are then counted. */
    RawRows read(Blocks.Each<DataBlock, DataBlock> reading) {
        DataBlock read = reading.of(data);
        return new RawRows(block, ids, neededIds, neededStart, read, read.panelObserved());
    }

    private static RawRows of(int block, String[] ids, String[] neededIds, int[] neededStart, SparseBlock entries) {
        DataBlock data = new DataBlock(entries, Coverage.OBSERVED, neededStart, null, null, null);
        return new RawRows(block, ids, neededIds, neededStart, data, null);
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
            return of(block, chunk.rowIds(), chunk.columnIds(), chunk.columnStart(), chunk.entries());
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
        return of(
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

    /** The columns needed of block q, of entries that were {@link #read}; null where none are. The first that is told anything is told about the rows, too. */
    NeededColumns needed(int q) {
        int from = neededStart[q];
        int to = neededStart[q + 1];
        if (to == from) {
            return null;
        }
        return new NeededColumns(
                block,
                neededFrom(q),
                Arrays.copyOfRange(observed, from, to),
                from == 0 ? Outline.head(block, data) : null);
    }
}
