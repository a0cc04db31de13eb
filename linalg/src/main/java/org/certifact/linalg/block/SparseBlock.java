package org.certifact.linalg.block;

import java.util.Objects;

/**
 * A block of observed entries in compressed sparse rows.
 *
 * <p>Rows are local to the block. Columns are positions in a <em>panel</em>: the dense array of just those rows of the
 * other factor that this block touches. Whether a cell that is not listed is unknown or zero is for the reader to say: the
 * methods of {@link Block} take it for zero. Arrays are shared, not copied, and must not be changed.
 */
public final class SparseBlock implements Block {
    private static final long serialVersionUID = 1L;

    private final int[] rowStart;
    private final int[] column;
    private final double[] value;
    private final double[] weight;
    private final int panelRows;

    /**
     * @param rowStart row i's entries are {@code rowStart[i] .. rowStart[i + 1] - 1}; length rows + 1
     * @param column panel position of each entry, ascending within a row
     * @param value value of each entry
     * @param weight weight of each entry, or null where every weight is 1
     * @param panelRows number of rows of the panel
     */
    public SparseBlock(int[] rowStart, int[] column, double[] value, double[] weight, int panelRows) {
        this.rowStart = Objects.requireNonNull(rowStart);
        this.column = Objects.requireNonNull(column);
        this.value = Objects.requireNonNull(value);
        this.weight = weight;
        this.panelRows = panelRows;
        if (rowStart.length == 0 || rowStart[0] != 0) {
            throw new IllegalArgumentException("rowStart "
                    + (rowStart.length == 0 ? "is empty" : "begins at " + rowStart[0]) + "; it must begin with 0");
        }
        for (int i = 0; i < rows(); i++) {
            if (count(i) < 0) {
                throw new IllegalArgumentException(
                        "rowStart falls from " + rowStart[i] + " to " + rowStart[i + 1] + " at row " + i);
            }
        }
        if (column.length != value.length || rowStart[rowStart.length - 1] != value.length) {
            throw new IllegalArgumentException("rowStart ends at " + rowStart[rowStart.length - 1] + ", columns: "
                    + column.length + ", values: " + value.length + "; all three must agree");
        }
        if (weight != null && weight.length != value.length) {
            throw new IllegalArgumentException("weights: " + weight.length + ", values: " + value.length);
        }
        for (int k = 0; k < column.length; k++) {
            if (column[k] < 0 || column[k] >= panelRows) {
                throw new IllegalArgumentException(
                        "entry " + k + " points to row " + column[k] + " of a panel of " + panelRows + " rows");
            }
        }
    }

    @Override
    public int rows() {
        return rowStart.length - 1;
    }

    @Override
    public int panelRows() {
        return panelRows;
    }

    /** Number of observed entries. */
    public int entries() {
        return value.length;
    }

    /** First entry of row i; {@code start(rows())} is the number of entries. */
    public int start(int i) {
        return rowStart[i];
    }

    /** Number of observed entries of row i. */
    public int count(int i) {
        return rowStart[i + 1] - rowStart[i];
    }

    /** Row starts, length rows + 1. Not to be modified. */
    public int[] rowStarts() {
        return rowStart;
    }

    /** Panel positions. Not to be modified. */
    public int[] columns() {
        return column;
    }

    /** Values. Not to be modified. */
    public double[] values() {
        return value;
    }

    /** Weights, or null where every weight is 1. Not to be modified. */
    public double[] weights() {
        return weight;
    }

    /** Weight of entry k. */
    public double weight(int k) {
        return weight == null ? 1.0 : weight[k];
    }

    /** The same pattern and weights with other values (length {@link #entries()}). */
    public SparseBlock withValues(double[] other) {
        return new SparseBlock(rowStart, column, other, weight, panelRows);
    }

    @Override
    public void addTimes(double[] x, int stride, int count, double[] y) {
        SparseProducts.addTimes(this, value, null, x, stride, count, y);
    }

    @Override
    public void addTransposeTimes(double[] y, int count, double[] x) {
        SparseProducts.addTransposeTimes(this, value, null, y, 0, count, x);
    }

    @Override
    public void addRows(int from, int to, int[] index, int width, double[] tile) {
        for (int i = from; i < to; i++) {
            for (int k = rowStart[i]; k < rowStart[i + 1]; k++) {
                tile[(i - from) * width + index[column[k]]] += value[k];
            }
        }
    }

    @Override
    public double squaredNorm() {
        double sum = 0;
        for (double y : value) {
            sum += y * y;
        }
        return sum;
    }
}
