package org.certifact.datasets;

import java.io.Serializable;

/** How places in the files are named. */
final class Places implements Serializable {
    private final InputFiles files;
    private final String unit;

    private Places(InputFiles files, String unit) {
        this.files = files;
        this.unit = unit;
    }

    static Places lines(InputFiles files) {
        return new Places(files, "line");
    }

    static Places rows(InputFiles files) {
        return new Places(files, "row");
    }

    static Places images(InputFiles files) {
        return new Places(files, "image");
    }

    static Places patches(InputFiles files) {
        return new Places(files, "patch");
    }

    static Places records(InputFiles files) {
        return new Places(files, "record");
    }

    String where(long source) {
        return name(Source.file(source)) + ": " + unit + " " + Source.number(source);
    }

    String describe(BadRecord record) {
        return where(record.source()) + ": " + record.reason();
    }

    String name(int file) {
        return files.name(file);
    }

    /** All files together. */
    String title() {
        return files.size() == 1 ? files.name(0) : files.name(0) + " and " + (files.size() - 1) + " more";
    }

    String units() {
        return unit + "s";
    }
}
