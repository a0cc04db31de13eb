package org.certifact.datasets;

/** The number of lines in the libsvm files before each: rows are numbered from file to file. */
final class LibsvmLayout implements LineParser.Layout {
    private final long[] before;

    LibsvmLayout(long[] before) {
        this.before = before.clone();
    }

    @Override
    public LineParser parser() {
        return new LibsvmParser(before);
    }
}
