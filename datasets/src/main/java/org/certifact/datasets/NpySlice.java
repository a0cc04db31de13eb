package org.certifact.datasets;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.FSDataInputStream;

/** Some rows of a .npy file. A plain class because Spark's Kryo cannot write records. */
final class NpySlice implements Serializable {
    private final int file;
    private final long first;
    private final int count;

    /**
     * @param first the first row, from 0
     * @param count how many rows; together they have less than 2 GB
     */
    NpySlice(int file, long first, int count) {
        this.file = file;
        this.first = first;
        this.count = count;
    }

    int file() {
        return file;
    }

    /** Reads the slice, then parses it as its rows are asked for. */
    Iterator<Parsed> rows(FSDataInputStream in, NpyHeader header, TableColumns columns) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(load(in, header)).order(header.order());
        return new Rows(bytes, header, columns);
    }

    /** Row after row; of an array in Fortran order, column after column. */
    private byte[] load(FSDataInputStream in, NpyHeader header) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(count, header.rowBytes())];
        if (!header.fortran()) {
            in.readFully(header.position(first, 0), bytes);
            return bytes;
        }
        int piece = count * header.type().bytes();
        for (int column = 0; column < header.columns(); column++) {
            in.readFully(header.position(first, column), bytes, column * piece, piece);
        }
        return bytes;
    }

    private final class Rows implements Iterator<Parsed> {
        private final ByteBuffer bytes;
        private final NpyHeader header;
        private final NpyType type;
        private final TableColumns columns;
        private final Cells cells;
        private int next;

        Rows(ByteBuffer bytes, NpyHeader header, TableColumns columns) {
            this.bytes = bytes;
            this.header = header;
            this.type = header.type();
            this.columns = columns;
            this.cells = new Cells(columns);
        }

        @Override
        public boolean hasNext() {
            return next < count;
        }

        @Override
        public Parsed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int row = next++;
            long source = Source.encode(file, first + row + 1);
            try {
                double[] values = new double[columns.size()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = cells.check(column, value(row, columns.field(column)));
                }
                return new DenseRow("", values, source);
            } catch (Rejection rejection) {
                return new BadRecord(source, rejection.getMessage(), "");
            }
        }

        private double value(int row, int field) {
            int element = header.fortran() ? field * count + row : row * header.columns() + field;
            return type.read(bytes, element * type.bytes());
        }
    }
}
