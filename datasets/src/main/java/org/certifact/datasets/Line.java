package org.certifact.datasets;

import java.io.Serializable;

/** One line of a text file and its place. */
final class Line implements Serializable {
    private final long source;
    private final String text;

    Line(long source, String text) {
        this.source = source;
        this.text = text;
    }

    long source() {
        return source;
    }

    String text() {
        return text;
    }
}
