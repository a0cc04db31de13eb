package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.datasets.Entry;

/** A batch of entries in columns: ids once each, then codes and numbers in primitive arrays; no weights where all are 1. */
final class EntryChunk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] rowIds;
    private final String[] columnIds;
    private final int[] row;
    private final int[] column;
    private final double[] value;
    private final double[] weight;
    private final long[] source;

    EntryChunk(
            String[] rowIds,
            String[] columnIds,
            int[] row,
            int[] column,
            double[] value,
            double[] weight,
            long[] source) {
        this.rowIds = rowIds;
        this.columnIds = columnIds;
        this.row = row;
        this.column = column;
        this.value = value;
        this.weight = weight;
        this.source = source;
    }

    int size() {
        return value.length;
    }

    String[] rowIds() {
        return rowIds;
    }

    String[] columnIds() {
        return columnIds;
    }

    int row(int k) {
        return row[k];
    }

    int column(int k) {
        return column[k];
    }

    double value(int k) {
        return value[k];
    }

    boolean weighted() {
        return weight != null;
    }

    double weight(int k) {
        return weight == null ? 1.0 : weight[k];
    }

    long source(int k) {
        return source[k];
    }

    /** Entry k as it was read. */
    Entry entry(int k) {
        return new Entry(rowIds[row[k]], columnIds[column[k]], value[k], weight(k), source[k]);
    }

    /** Collects entries into a chunk. */
    static final class Builder {
        private final IdCodes rowCodes = new IdCodes();
        private final IdCodes columnCodes = new IdCodes();
        private int[] row = new int[256];
        private int[] column = new int[256];
        private double[] value = new double[256];
        private double[] weight;
        private long[] source = new long[256];
        private int size;

        int size() {
            return size;
        }

        void add(Entry e) {
            add(e.row(), e.column(), e.value(), e.weight(), e.source());
        }

        void add(String rowId, String columnId, double y, double w, long at) {
            add(rowCodes.code(rowId), columnCodes.code(columnId), y, w, at);
        }

        private void add(int rowCode, int columnCode, double y, double w, long at) {
            if (size == value.length) {
                int more = Math.addExact(size, size / 2);
                row = Arrays.copyOf(row, more);
                column = Arrays.copyOf(column, more);
                value = Arrays.copyOf(value, more);
                weight = weight == null ? null : Arrays.copyOf(weight, more);
                source = Arrays.copyOf(source, more);
            }
            row[size] = rowCode;
            column[size] = columnCode;
            value[size] = y;
            if (w != 1.0 && weight == null) {
                weight = new double[value.length];
                Arrays.fill(weight, 0, size, 1.0);
            }
            if (weight != null) {
                weight[size] = w;
            }
            source[size] = at;
            size++;
        }

        EntryChunk build() {
            return new EntryChunk(
                    rowCodes.ids(),
                    columnCodes.ids(),
                    Arrays.copyOf(row, size),
                    Arrays.copyOf(column, size),
                    Arrays.copyOf(value, size),
                    weight == null ? null : Arrays.copyOf(weight, size),
                    Arrays.copyOf(source, size));
        }
    }
}
