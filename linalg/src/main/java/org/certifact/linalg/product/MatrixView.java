package org.certifact.linalg.product;

/**
 * A dense matrix within an array: entry (i, j) is {@code values[offset + i·rowStep + j·columnStep]}. Nothing is copied.
 *
 * @param offset place of the first entry
 * @param rowStep from a row to the next, at least 1
 * @param columnStep from a column to the next, at least 1
 */
public record MatrixView(double[] values, int offset, int rows, int columns, int rowStep, int columnStep) {

    /** @throws IllegalArgumentException if an entry lies outside of the array */
    public MatrixView {
        if (rows < 0 || columns < 0 || offset < 0 || rowStep < 1 || columnStep < 1) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " from " + offset + " by steps of " + rowStep + " and " + columnStep);
        }
        long last = offset + (rows - 1L) * rowStep + (columns - 1L) * columnStep;
        if (rows > 0 && columns > 0 && last >= values.length) {
            throw new IllegalArgumentException("the last entry of " + rows + " x " + columns + " would be number "
                    + last + " of " + values.length + ", counted from 0");
        }
    }

    /** Row-major, a whole array. */
    public static MatrixView of(double[] values, int rows, int columns) {
        return of(values, 0, rows, columns, columns);
    }

    /** Row-major. @param stride from a row to the next */
    public static MatrixView of(double[] values, int offset, int rows, int columns, int stride) {
        return new MatrixView(values, offset, rows, columns, Math.max(1, stride), 1);
    }

    /** The transpose of the same entries. */
    public MatrixView transposed() {
        return new MatrixView(values, offset, columns, rows, columnStep, rowStep);
    }

    /** Rows from .. to-1. */
    public MatrixView rows(int from, int to) {
        return new MatrixView(values, place(from, 0), to - from, columns, rowStep, columnStep);
    }

    /** All columns but the first. @param from how many are left out */
    public MatrixView columnsFrom(int from) {
        return new MatrixView(values, place(0, from), rows, columns - from, rowStep, columnStep);
    }

    /** @return place of entry (i, j) in the array */
    int place(int i, int j) {
        return offset + i * rowStep + j * columnStep;
    }
}
