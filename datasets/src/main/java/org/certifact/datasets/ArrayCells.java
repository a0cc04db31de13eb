package org.certifact.datasets;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** The cells that each entry of a partition gives, one or, with its mirror image, two, by the place of their row. */
final class ArrayCells implements Iterator<List<Tuple2<Long, ArrayCell>>> {
    private final Iterator<Parsed> entries;
    private final long[] beforeFiles;
    private final List<MatrixMarketHeader> headers;
    private long next;
    private int file = -1;
    private ArrayOrder order;

    /**
     * @param before the number of entries in the partitions before
     * @param beforeFiles the number of entries in the files before each
     */
    ArrayCells(Iterator<Parsed> entries, long before, long[] beforeFiles, List<MatrixMarketHeader> headers) {
        this.entries = entries;
        this.next = before;
        this.beforeFiles = beforeFiles;
        this.headers = headers;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public List<Tuple2<Long, ArrayCell>> next() {
        DenseRow entry = (DenseRow) entries.next();
        if (Source.file(entry.source()) != file) {
            file = Source.file(entry.source());
            order = new ArrayOrder(headers.get(file));
        }
        long number = next++ - beforeFiles[file];
        int column = order.column(number);
        int row = order.row(number, column);
        double value = entry.values()[0];
        List<Tuple2<Long, ArrayCell>> cells = new ArrayList<>(2);
        cells.add(cell(row, column, value));
        if (order.isMirrored(row, column)) {
            cells.add(cell(column, row, order.mirrored(value)));
        }
        return cells;
    }

    private Tuple2<Long, ArrayCell> cell(int row, int column, double value) {
        return new Tuple2<>(Source.encode(file, row + 1L), new ArrayCell(column, value));
    }
}
