package org.certifact.matrix;

import java.util.Arrays;

/** Entries of one row block while they are sorted: positions, values, weights where there are any, places where they are wanted. */
final class Cells {
    private final int[] column;
    private final double[] value;
    private final double[] weight;
    private final long[] source;
    private int[] columns = new int[0];
    private double[] numbers = new double[0];
    private long[] places = new long[0];

    Cells(int size, boolean weighted, boolean placed) {
        column = new int[size];
        value = new double[size];
        weight = weighted ? new double[size] : null;
        source = placed ? new long[size] : null;
    }

    private Cells(int[] column, double[] value, double[] weight, long[] source) {
        this.column = column;
        this.value = value;
        this.weight = weight;
        this.source = source;
    }

    /** Column of each. */
    int[] columns() {
        return column;
    }

    double[] values() {
        return value;
    }

    /** Or null where all are 1. */
    double[] weights() {
        return weight;
    }

    /** Or null where nobody wants to know. */
    long[] sources() {
        return source;
    }

    double weight(int k) {
        return weight == null ? 1.0 : weight[k];
    }

    /**
     * Puts a chunk's entries behind those that their rows have.
     *
     * @param rowOf of each of the chunk's row ids, the row; negative for one of another block
     * @param columnOf of each of its column ids, the column
     * @param next of each row, where its next entry goes; moved on
     */
    void scatter(EntryChunk chunk, int[] rowOf, int[] columnOf, int[] next) {
        for (int k = 0; k < chunk.size(); k++) {
            int row = rowOf[chunk.row(k)];
            if (row >= 0) {
                int at = next[row]++;
                column[at] = columnOf[chunk.column(k)];
                value[at] = chunk.value(k);
                if (weight != null) {
                    weight[at] = chunk.weight(k);
                }
                if (source != null) {
                    source[at] = chunk.source(k);
                }
            }
        }
    }

    /** Moves entry from + k to from + target[k], for all of a row. */
    void permute(int from, int to, int[] target) {
        int size = to - from;
        if (columns.length < size) {
            columns = new int[2 * size];
            numbers = new double[2 * size];
            places = new long[source == null ? 0 : 2 * size];
        }
        System.arraycopy(column, from, columns, 0, size);
        System.arraycopy(value, from, numbers, 0, size);
        for (int k = 0; k < size; k++) {
            column[from + target[k]] = columns[k];
            value[from + target[k]] = numbers[k];
        }
        if (weight != null) {
            System.arraycopy(weight, from, numbers, 0, size);
            for (int k = 0; k < size; k++) {
                weight[from + target[k]] = numbers[k];
            }
        }
        if (source != null) {
            System.arraycopy(source, from, places, 0, size);
            for (int k = 0; k < size; k++) {
                source[from + target[k]] = places[k];
            }
        }
    }

    /** Writes an entry where an earlier one stood. */
    void put(int at, int c, double y, double w, long place) {
        column[at] = c;
        value[at] = y;
        if (weight != null) {
            weight[at] = w;
        }
        source[at] = place;
    }

    /** The first so many. @param placed whether to keep where they were read */
    Cells first(int size, boolean placed) {
        Cells first = new Cells(column, value, weight, placed ? source : null);
        return size == column.length ? first : first.cut(size);
    }

    private Cells cut(int size) {
        return new Cells(
                Arrays.copyOf(column, size),
                Arrays.copyOf(value, size),
                weight == null ? null : Arrays.copyOf(weight, size),
                source == null ? null : Arrays.copyOf(source, size));
    }
}
