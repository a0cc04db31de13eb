package org.certifact.linalg.block;

import java.util.Arrays;
import java.util.Objects;

/**
 * A block of observed entries in compressed sparse rows.
 *
 * <p>Rows are local to the block. Columns are positions in a <em>panel</em>: the dense array of just those rows of the
 * other factor that this block touches. Whether a cell that is not listed is unknown or zero is for the reader to say: the
 * methods of {@link Block} take it for zero. Arrays are shared, not copied, and must not be changed.
 *
 * <p>Entries are listed in <em>segments</em>. A segment is a row, as built; where {@link PanelTiles} has ordered the entries
 * by tiles of the panel, it is what a row has in one tile. All segments of a tile follow one another, so row i has the
 * segments i, i + rows, i + 2 rows …. A loop over all segments sees every entry once, and what it makes of a row must add
 * up over the row's segments.
 */
public final class SparseBlock implements Block {
    private static final long serialVersionUID = 1L;

    private final int[] start;
    private final int tiles;
    private final int rows;
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
        this(rowStart, 1, column, value, weight, panelRows);
    }

    /** @param start segment s's entries are {@code start[s] .. start[s + 1] - 1}; length tiles × rows + 1 */
    SparseBlock(int[] start, int tiles, int[] column, double[] value, double[] weight, int panelRows) {
        this.start = Objects.requireNonNull(start);
        this.tiles = tiles;
        this.rows = Math.max(0, (start.length - 1) / tiles);
        this.column = Objects.requireNonNull(column);
        this.value = Objects.requireNonNull(value);
        this.weight = weight;
        this.panelRows = panelRows;
        if (start.length == 0 || start[0] != 0) {
            throw new IllegalArgumentException("rowStart " + (start.length == 0 ? "is empty" : "begins at " + start[0])
                    + "; it must begin with 0");
        }
        for (int i = 0; i + 1 < start.length; i++) {
            if (start[i + 1] < start[i]) {
                throw new IllegalArgumentException(
                        "rowStart falls from " + start[i] + " to " + start[i + 1] + " at row " + i);
            }
        }
        requireLengths();
        for (int k = 0; k < column.length; k++) {
            if (column[k] < 0 || column[k] >= panelRows) {
                throw new IllegalArgumentException(
                        "entry " + k + " points to row " + column[k] + " of a panel of " + panelRows + " rows");
            }
        }
    }

    /** Rows of a block, which was looked at when it was made. */
    private SparseBlock(SparseBlock whole, int from, int to) {
        this.start = Arrays.copyOfRange(whole.start, from, to + 1);
        this.tiles = 1;
        this.rows = to - from;
        this.column = whole.column;
        this.value = whole.value;
        this.weight = whole.weight;
        this.panelRows = whole.panelRows;
    }

    /** The same pattern, which was looked at when it was made, with other numbers. */
    private SparseBlock(SparseBlock pattern, double[] value, double[] weight) {
        this.start = pattern.start;
        this.tiles = pattern.tiles;
        this.rows = pattern.rows;
        this.column = pattern.column;
        this.panelRows = pattern.panelRows;
        this.value = Objects.requireNonNull(value);
        this.weight = weight;
        requireLengths();
    }

    private void requireLengths() {
        if (column.length != value.length || start[start.length - 1] != value.length) {
            throw new IllegalArgumentException("rowStart ends at " + start[start.length - 1] + ", columns: "
                    + column.length + ", values: " + value.length + "; all three must agree");
        }
        if (weight != null && weight.length != value.length) {
            throw new IllegalArgumentException("weights: " + weight.length + ", values: " + value.length);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int panelRows() {
        return panelRows;
    }

    /**
     * Rows from .. to-1 of a block in one tile, for a pass over them alone. Nothing is copied: their entries keep their numbers,
     * and the block has the arrays and the {@link #entries()} of the whole.
     *
     * @throws IllegalArgumentException where the block has several tiles, in which a row's entries are not together
     */
    public SparseBlock rows(int from, int to) {
        if (tiles != 1) {
            throw new IllegalArgumentException("rows of a block in " + tiles + " tiles are not together");
        }
        return new SparseBlock(this, from, to);
    }

    /** Number of observed entries. */
    public int entries() {
        return value.length;
    }

    /** Number of tiles, 1 where a segment is a row. */
    public int tiles() {
        return tiles;
    }

    /** Number of segments, {@code tiles() * rows()}. */
    public int segments() {
        return start.length - 1;
    }

    /** Row i's segment in a tile. */
    public int segment(int tile, int i) {
        return tile * rows + i;
    }

    /** Row that a segment belongs to. */
    public int row(int segment) {
        return tiles == 1 ? segment : segment % rows;
    }

    /** First entry of a segment; {@code start(segments())} is the number of entries. */
    public int start(int segment) {
        return start[segment];
    }

    /** {@link #start} of every segment and of the end. Not to be modified. */
    public int[] starts() {
        return start;
    }

    /** Number of observed entries of row i. */
    public int count(int i) {
        int count = 0;
        for (int tile = 0; tile < tiles; tile++) {
            int s = segment(tile, i);
            count += start[s + 1] - start[s];
        }
        return count;
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
        return new SparseBlock(this, other, weight);
    }

    /** The same pattern and values with other weights (length {@link #entries()}). */
    public SparseBlock withWeights(double[] other) {
        return new SparseBlock(this, value, other);
    }

    @Override
    public void addTimes(double[] x, int stride, int count, double[] y) {
        SparseProducts.addTimes(this, x, stride, count, y);
    }

    @Override
    public void addTransposeTimes(double[] y, int count, double[] x) {
        SparseProducts.addTransposeTimes(this, y, count, x);
    }

    /**
     * Adds the upper triangle of MᵀM.
     *
     * @param index the result's row and column that each panel row stands for
     * @param gram n × n. Modified: on and above the diagonal.
     */
    public void addGram(int[] index, int n, double[] gram) {
        new SparseGram(this).addTo(index, n, gram);
    }

    @Override
    public void addRows(int from, int to, int[] index, int width, double[] tile) {
        for (int t = 0; t < tiles; t++) {
            for (int i = from; i < to; i++) {
                int s = segment(t, i);
                for (int k = start[s]; k < start[s + 1]; k++) {
                    tile[(i - from) * width + index[column[k]]] += value[k];
                }
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
