package org.certifact.datasets;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Parses rows of: the name of the row, if it has one; the values, or one array of them; URI of the file; 0-based index in the file. */
final class ParquetTableRows implements Iterator<Parsed> {
    private final Iterator<Row> rows;
    private final ParquetPlaces places;
    private final Cells cells;
    private final int width;
    private final int first;
    private final boolean isArray;

    /**
     * @param columns of the values, whether they are fields or of one array
     * @param layout of the fields
     */
    ParquetTableRows(Iterator<Row> rows, InputFiles files, TableColumns columns, ParquetLayout layout) {
        this.rows = rows;
        this.places = new ParquetPlaces(files);
        this.cells = new Cells(columns);
        this.width = columns.size();
        this.first = layout.columns().namesRows() ? 1 : 0;
        this.isArray = layout.isArray();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Parsed next() {
        Row row = rows.next();
        long source = places.source(row.getString(row.length() - 2), row.getLong(row.length() - 1));
        try {
            String id = first == 0 ? "" : Fields.id("row", row.getString(0));
            Row fields = isArray ? array(row) : row;
            int from = isArray ? 0 : first;
            double[] values = new double[width];
            for (int column = 0; column < width; column++) {
                values[column] = fields.isNullAt(from + column)
                        ? Double.NaN
                        : cells.check(column, fields.getDouble(from + column));
            }
            return new DenseRow(id, values, source);
        } catch (Rejection rejection) {
            return new BadRecord(source, rejection.getMessage(), "");
        }
    }

    /** The array's values, as a row of their own. */
    private Row array(Row row) throws Rejection {
        if (row.isNullAt(first)) {
            throw new Rejection("the array is null");
        }
        List<Double> values = row.getList(first);
        if (values.size() != width) {
            throw new Rejection("the array has " + values.size() + " values, must have " + width + " as others have");
        }
        return RowFactory.create(values.toArray());
    }
}
