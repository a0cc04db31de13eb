package org.certifact.datasets;

import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Consumer;
import org.certifact.datasets.MatrixMarketHeader.Symmetry;

/** Parses the entry lines of Matrix Market coordinate files. Ids are the 1-based indices. */
final class MatrixMarketParser implements LineParser {
    private final List<MatrixMarketHeader> headers;

    MatrixMarketParser(List<MatrixMarketHeader> headers) {
        this.headers = headers;
    }

    @Override
    public void parse(Line line, Consumer<? super Parsed> entries) throws Rejection {
        MatrixMarketHeader header = headers.get(Source.file(line.source()));
        boolean before = Source.number(line.source()) <= header.sizeLine();
        if (before || line.text().isBlank() || line.text().startsWith("%")) {
            return;
        }
        StringTokenizer words = new StringTokenizer(line.text());
        int expected = header.pattern() ? 2 : 3;
        if (words.countTokens() != expected) {
            throw new Rejection("has " + Fields.counted(words.countTokens()) + ", must have " + expected);
        }
        String row = index("row", words.nextToken(), header.rows());
        String column = index("column", words.nextToken(), header.columns());
        double value = header.pattern() ? 1 : Fields.value(words.nextToken());
        boolean diagonal = row.equals(column);
        if (header.symmetry() == Symmetry.SKEW_SYMMETRIC && diagonal && value != 0) {
            throw new Rejection("value '" + value + "' on the diagonal of a skew-symmetric matrix must be 0");
        }
        entries.accept(new Entry(row, column, value, 1, line.source()));
        if (header.symmetry() != Symmetry.GENERAL && !diagonal) {
            double mirrored = header.symmetry() == Symmetry.SYMMETRIC ? value : -value;
            entries.accept(new Entry(column, row, mirrored, 1, line.source()));
        }
    }

    private static String index(String what, String text, long size) throws Rejection {
        long index;
        try {
            index = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Rejection(what + " index '" + Fields.shown(text) + "' is not a whole number");
        }
        if (index < 1 || index > size) {
            throw new Rejection(what + " index " + index + " is outside 1 to " + size);
        }
        return Long.toString(index);
    }
}
