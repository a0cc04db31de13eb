package org.certifact.datasets;

import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Parses rows of: row id, column id, value, weight, URI of the file, 0-based index in the file. */
final class ParquetRows implements Iterator<Parsed> {
    private final Iterator<Row> rows;
    private final ParquetPlaces places;

    ParquetRows(Iterator<Row> rows, InputFiles files) {
        this.rows = rows;
        this.places = new ParquetPlaces(files);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Parsed next() {
        Row row = rows.next();
        long source = places.source(row.getString(4), row.getLong(5));
        try {
            return new Entry(
                    Fields.id("row", present(row, 0, "row id").getString(0)),
                    Fields.id("column", present(row, 1, "column id").getString(1)),
                    Fields.value(present(row, 2, "value").getDouble(2)),
                    Fields.weight(present(row, 3, "weight").getDouble(3)),
                    source);
        } catch (Rejection rejection) {
            String text = row.get(0) + ", " + row.get(1) + ", " + row.get(2) + ", " + row.get(3);
            return new BadRecord(source, rejection.getMessage(), text);
        }
    }

    private static Row present(Row row, int field, String what) throws Rejection {
        if (row.isNullAt(field)) {
            throw new Rejection(what + " is null");
        }
        return row;
    }
}
