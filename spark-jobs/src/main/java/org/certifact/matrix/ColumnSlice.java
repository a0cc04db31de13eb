package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;

/** What a row block has in one column block: entries by columns, rows local to the row block, ascending. */
final class ColumnSlice implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final String[] ids;
    private final int[] columnStart;
    private final int[] row;
    private final double[] value;
    private final double[] weight;

    ColumnSlice(int from, String[] ids, int[] columnStart, int[] row, double[] value, double[] weight) {
        this.from = from;
        this.ids = ids;
        this.columnStart = columnStart;
        this.row = row;
        this.value = value;
        this.weight = weight;
    }

    /** The row block that it comes from. */
    int from() {
        return from;
    }

    String[] ids() {
        return ids;
    }

    int start(int c) {
        return columnStart[c];
    }

    int count(int c) {
        return columnStart[c + 1] - columnStart[c];
    }

    int row(int k) {
        return row[k];
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

    /** The distinct rows touched, ascending. */
    int[] touchedRows() {
        int[] sorted = row.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int k = 0; k < sorted.length; k++) {
            if (k == 0 || sorted[k] != sorted[k - 1]) {
                sorted[count++] = sorted[k];
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
