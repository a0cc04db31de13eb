package org.certifact.datasets;

import java.util.function.Consumer;

/** Parses the rows of a table of delimited text. Rows without a name have an empty id until they are numbered. */
final class TableParser implements LineParser {
    private final TableLayout layout;
    private final FieldSplitter splitter;
    private final Cells cells;

    TableParser(TableLayout layout) {
        this.layout = layout;
        this.splitter = new FieldSplitter(layout.separator());
        this.cells = new Cells(layout.columns());
    }

    @Override
    public void parse(Line line, Consumer<? super Parsed> rows) throws Rejection {
        if (line.text().isBlank() || layout.isHeader(line)) {
            return;
        }
        String[] fields = splitter.split(line.text());
        TableColumns columns = layout.columns();
        if (fields.length != columns.width()) {
            throw new Rejection("has " + Fields.counted(fields.length) + ", must have " + columns.width()
                    + " as the first line says; write NA for a missing value, or name the separator");
        }
        double[] values = new double[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = cells.parse(column, fields[columns.field(column)]);
        }
        String id = columns.namesRows() ? Fields.id("row", fields[columns.nameField()]) : "";
        rows.accept(new DenseRow(id, values, line.source()));
    }
}
