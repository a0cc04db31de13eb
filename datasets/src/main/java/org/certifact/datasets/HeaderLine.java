package org.certifact.datasets;

import java.io.Serializable;

/** The line that names the columns, if there is one; other files may begin with the same. */
final class HeaderLine implements Serializable {
    private final Line header;

    /** @param header null if there is none */
    HeaderLine(Line header) {
        this.header = header;
    }

    /** Whether the line is the header, or the same header at the start of another file. */
    boolean is(Line line) {
        if (header == null || !header.text().equals(line.text())) {
            return false;
        }
        long number = Source.number(line.source());
        return number == 1 || number == Source.number(header.source());
    }
}
