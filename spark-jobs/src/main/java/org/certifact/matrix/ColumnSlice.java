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

    /** Where each row that is touched stands among those that are, ascending; -1 for the others, up to the last touched. */
    int[] positions() {
        int last = -1;
        for (int i : row) {
            last = Math.max(last, i);
        }
        int[] position = new int[last + 1];
        Arrays.fill(position, -1);
        for (int i : row) {
            position[i] = 0;
        }
        int count = 0;
        for (int i = 0; i <= last; i++) {
            if (position[i] == 0) {
                position[i] = count++;
            }
        }
        return position;
    }

    /** Number of rows touched. @param positions as {@link #positions()} gives them */
    static int touched(int[] positions) {
        return positions.length == 0 ? 0 : positions[positions.length - 1] + 1;
    }
}
