package org.certifact.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.certifact.linalg.block.SparseBlock;
import scala.Tuple2;

/** What a row block has in one column block, by columns, for the block to be put together there. */
final class ColumnSlice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int[] columns;
    private final double[] columnWeights;
    private final int[] rows;
    private final double[] rowWeights;
    private final int[] columnStart;
    private final int[] row;
    private final double[] value;
    private final double[] weight;

    /**
     * @param from the row block
     * @param columns which columns of the column block, ascending
     * @param rows which of all rows, ascending; {@code row} are positions among these, ascending within a column
     */
    private ColumnSlice(
            int from,
            int[] columns,
            double[] columnWeights,
            int[] rows,
            double[] rowWeights,
            int[] columnStart,
            int[] row,
            double[] value,
            double[] weight) {
        this.from = from;
        this.columns = columns;
        this.columnWeights = columnWeights;
        this.rows = rows;
        this.rowWeights = rowWeights;
        this.columnStart = columnStart;
        this.row = row;
        this.value = value;
        this.weight = weight;
    }

    /**
     * A row block's slices, one for each column block that it has entries in.
     *
     * @param p the row block
     * @param firstRow its first row among all rows
     * @param columnOffsets first column of each column block
     */
    static List<Tuple2<Integer, ColumnSlice>> of(int p, DataBlock data, int firstRow, int[] columnOffsets) {
        Order order = Order.of(data.entries());
        int[] panelStart = data.panelStart();
        List<Tuple2<Integer, ColumnSlice>> slices = new ArrayList<>();
        for (int q = 0; q + 1 < panelStart.length; q++) {
            if (panelStart[q + 1] > panelStart[q]) {
                slices.add(new Tuple2<>(
                        q, slice(p, data, order, panelStart[q], panelStart[q + 1], firstRow, columnOffsets[q])));
            }
        }
        return slices;
    }

    private static ColumnSlice slice(
            int p, DataBlock data, Order order, int first, int last, int firstRow, int firstColumn) {
        int from = order.start[first];
        int to = order.start[last];
        int[] touched = touched(order.row, from, to, data.rows());
        int[] position = new int[data.rows()];
        for (int k = 0; k < touched.length; k++) {
            position[touched[k]] = k;
        }
        SparseBlock entries = data.entries();
        int[] row = new int[to - from];
        double[] value = new double[row.length];
        double[] weight = entries.weights() == null ? null : new double[row.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = position[order.row[from + k]];
            value[k] = entries.values()[order.entry[from + k]];
            if (weight != null) {
                weight[k] = entries.weights()[order.entry[from + k]];
            }
        }
        int[] columnStart = new int[last - first + 1];
        Arrays.setAll(columnStart, c -> order.start[first + c] - from);
        int[] columns = new int[last - first];
        Arrays.setAll(columns, c -> data.panelIndex()[first + c] - firstColumn);
        return new ColumnSlice(
                p,
                columns,
                data.panelWeights() == null ? null : Arrays.copyOfRange(data.panelWeights(), first, last),
                Arrays.stream(touched).map(i -> firstRow + i).toArray(),
                data.rowWeights() == null
                        ? null
                        : Arrays.stream(touched).mapToDouble(data::rowWeight).toArray(),
                columnStart,
                row,
                value,
                weight);
    }

    /** For each column block, the rows of a row block that its entries there touch. @param p the row block */
    static Routes routes(int p, DataBlock data) {
        Order order = Order.of(data.entries());
        int[] panelStart = data.panelStart();
        int[][] needed = new int[panelStart.length - 1][];
        for (int q = 0; q < needed.length; q++) {
            needed[q] = touched(order.row, order.start[panelStart[q]], order.start[panelStart[q + 1]], data.rows());
        }
        return new Routes(p, needed);
    }

    /** The rows named from .. to-1, ascending. */
    private static int[] touched(int[] row, int from, int to, int rows) {
        boolean[] seen = new boolean[rows];
        int count = 0;
        for (int k = from; k < to; k++) {
            count += seen[row[k]] ? 0 : 1;
            seen[row[k]] = true;
        }
        int[] touched = new int[count];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            if (seen[i]) {
                touched[at++] = i;
            }
        }
        return touched;
    }

    /** A column block. @param columns how many it has @param rowBlocks number of row blocks */
    static DataBlock merge(Iterator<ColumnSlice> inbox, int columns, int rowBlocks, Coverage coverage) {
        List<ColumnSlice> slices = new ArrayList<>();
        inbox.forEachRemaining(slices::add);
        slices.sort(Comparator.comparingInt(slice -> slice.from));
        int[] start = new int[columns + 1];
        int[] panelStart = new int[rowBlocks + 1];
        boolean weighted = false;
        boolean gauged = false;
        for (ColumnSlice slice : slices) {
            weighted |= slice.weight != null;
            gauged |= slice.columnWeights != null;
            panelStart[slice.from + 1] = slice.rows.length;
            for (int c = 0; c < slice.columns.length; c++) {
                start[slice.columns[c] + 1] += slice.columnStart[c + 1] - slice.columnStart[c];
            }
        }
        for (int j = 0; j < columns; j++) {
            start[j + 1] += start[j];
        }
        for (int p = 0; p < rowBlocks; p++) {
            panelStart[p + 1] += panelStart[p];
        }
        int size = start[columns];
        int[] next = start.clone();
        int[] column = new int[size];
        double[] value = new double[size];
        double[] weight = weighted ? new double[size] : null;
        int[] panelIndex = new int[panelStart[rowBlocks]];
        double[] panelWeights = gauged ? new double[panelIndex.length] : null;
        double[] ownWeights = gauged ? new double[columns] : null;
        for (ColumnSlice slice : slices) {
            int panel = panelStart[slice.from];
            System.arraycopy(slice.rows, 0, panelIndex, panel, slice.rows.length);
            if (gauged) {
                System.arraycopy(slice.rowWeights, 0, panelWeights, panel, slice.rows.length);
            }
            for (int c = 0; c < slice.columns.length; c++) {
                int j = slice.columns[c];
                if (gauged) {
                    ownWeights[j] = slice.columnWeights[c];
                }
                for (int k = slice.columnStart[c]; k < slice.columnStart[c + 1]; k++) {
                    int at = next[j]++;
                    column[at] = panel + slice.row[k];
                    value[at] = slice.value[k];
                    if (weighted) {
                        weight[at] = slice.weight == null ? 1 : slice.weight[k];
                    }
                }
            }
        }
        SparseBlock entries = new SparseBlock(start, column, value, weight, panelIndex.length);
        return new DataBlock(entries, coverage, panelStart, null, null, null)
                .withPanel(panelIndex, ownWeights, panelWeights, 0);
    }

    /**
     * A block's entries by columns, rows ascending within one.
     *
     * @param start column c's are {@code start[c] .. start[c + 1] - 1}
     * @param row row of each
     * @param entry number of each in the block
     */
    private record Order(int[] start, int[] row, int[] entry) {

        static Order of(SparseBlock entries) {
            int[] start = new int[entries.panelRows() + 1];
            for (int c : entries.columns()) {
                start[c + 1]++;
            }
            for (int c = 0; c < entries.panelRows(); c++) {
                start[c + 1] += start[c];
            }
            int[] next = start.clone();
            int[] row = new int[entries.entries()];
            int[] entry = new int[entries.entries()];
            // a column lies in one tile, in which rows ascend
            for (int s = 0; s < entries.segments(); s++) {
                for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                    int at = next[entries.columns()[k]]++;
                    row[at] = entries.row(s);
                    entry[at] = k;
                }
            }
            return new Order(start, row, entry);
        }
    }
}
