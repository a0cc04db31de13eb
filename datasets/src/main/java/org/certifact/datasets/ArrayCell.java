package org.certifact.datasets;

import java.io.Serializable;

/** One value of a row. A plain class because Spark's Kryo cannot write records. */
final class ArrayCell implements Serializable {
    private final int column;
    private final double value;

    /** @param column from 0 */
    ArrayCell(int column, double value) {
        this.column = column;
        this.value = value;
    }

    int column() {
        return column;
    }

    double value() {
        return value;
    }
}
