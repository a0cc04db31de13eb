package org.certifact.datasets;

import java.util.List;
import java.util.StringTokenizer;
import java.util.function.Consumer;

/** Parses the lines of Matrix Market array files: each holds one entry, which is handed on as a row of one value. */
final class ArrayParser implements LineParser {
    private final List<MatrixMarketHeader> headers;

    ArrayParser(List<MatrixMarketHeader> headers) {
        this.headers = headers;
    }

    @Override
    public void parse(Line line, Consumer<? super Parsed> records) throws Rejection {
        boolean before = Source.number(line.source())
                <= headers.get(Source.file(line.source())).sizeLine();
        if (before || line.text().isBlank() || line.text().startsWith("%")) {
            return;
        }
        StringTokenizer words = new StringTokenizer(line.text());
        if (words.countTokens() != 1) {
            throw new Rejection("has " + Fields.counted(words.countTokens()) + ", must have 1");
        }
        String word = words.nextToken();
        double value = Cells.isMissing(word) ? Double.NaN : Fields.value(word);
        records.accept(new DenseRow("", new double[] {value}, line.source()));
    }

    /** Makes a parser for each partition. */
    record Layout(List<MatrixMarketHeader> headers) implements LineParser.Layout {
        @Override
        public LineParser parser() {
            return new ArrayParser(headers);
        }
    }
}
