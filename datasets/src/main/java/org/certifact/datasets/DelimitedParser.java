package org.certifact.datasets;

import java.util.function.Consumer;

/** Parses delimited text. */
final class DelimitedParser implements LineParser {
    private final DelimitedLayout layout;
    private final FieldSplitter splitter;

    DelimitedParser(DelimitedLayout layout) {
        this.layout = layout;
        this.splitter = new FieldSplitter(layout.separator());
    }

    @Override
    public void parse(Line line, Consumer<? super Parsed> entries) throws Rejection {
        if (line.text().isBlank() || layout.isHeader(line)) {
            return;
        }
        String[] fields = splitter.split(line.text());
        ColumnPositions columns = layout.columns();
        if (fields.length < columns.last()) {
            throw new Rejection("has " + Fields.counted(fields.length) + ", field " + columns.last() + " is needed");
        }
        entries.accept(new Entry(
                Fields.id("row", fields[columns.row() - 1]),
                Fields.id("column", fields[columns.column() - 1]),
                Fields.value(fields[columns.value() - 1]),
                columns.hasWeight() ? Fields.weight(fields[columns.weight() - 1]) : 1,
                line.source()));
    }
}
