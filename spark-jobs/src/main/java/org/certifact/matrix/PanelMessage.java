package org.certifact.matrix;

import java.io.Serializable;

/** The factor rows that one block sends to another. */
final class PanelMessage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final double[] rows;

    PanelMessage(int from, double[] rows) {
        this.from = from;
        this.rows = rows;
    }

    int from() {
        return from;
    }

    double[] rows() {
        return rows;
    }
}
