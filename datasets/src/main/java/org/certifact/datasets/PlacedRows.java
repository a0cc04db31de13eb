package org.certifact.datasets;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Rows by their places, which their last two fields tell: URI of the file, 0-based index in the file. */
final class PlacedRows implements Iterator<Tuple2<Long, Row>> {
    private final Iterator<Row> rows;
    private final ParquetPlaces places;
    private final int uri;

    /** @param uri index of the field that has it */
    PlacedRows(Iterator<Row> rows, InputFiles files, int uri) {
        this.rows = rows;
        this.places = new ParquetPlaces(files);
        this.uri = uri;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Tuple2<Long, Row> next() {
        Row row = rows.next();
        return new Tuple2<>(places.source(row.getString(uri), row.getLong(uri + 1)), row);
    }
}
