package org.certifact.linalg.product;

import java.util.Arrays;

/**
 * A block of a matrix copied into panels of two or three vectors' width, each row by row, filled up with zeros on the right.
 *
 * @param values panel after panel
 * @param depth rows
 * @param first column of the matrix at which the block begins
 * @param columns of the block
 * @param wide number of panels of three vectors, which come first
 * @param count number of panels
 */
record Panels(double[] values, int depth, int first, int columns, int wide, int count) {
    private static final int NARROW = 2 * VectorTile.LANES;

    /** @param room an array that may be used, or null */
    static Panels of(MatrixView b, int row, int depth, int column, int columns, double[] room) {
        int vectors = Math.max(2, (columns + VectorTile.LANES - 1) / VectorTile.LANES);
        int count = (vectors + 2) / 3;
        int length = depth * vectors * VectorTile.LANES;
        double[] values = room == null || room.length < length ? new double[length] : room;
        Panels panels = new Panels(values, depth, column, columns, vectors - 2 * count, count);
        for (int p = 0; p < count; p++) {
            panels.fill(p, b, row);
        }
        return panels;
    }

    /** Of panel p. */
    int width(int p) {
        return p < wide ? VectorTile.WIDEST : NARROW;
    }

    /** The matrix's column at which panel p begins. */
    int left(int p) {
        return first + start(p) / depth;
    }

    /** Where panel p begins. */
    int start(int p) {
        return depth * (Math.min(p, wide) * VectorTile.WIDEST + Math.max(0, p - wide) * NARROW);
    }

    private void fill(int p, MatrixView b, int row) {
        int width = width(p);
        int left = left(p);
        int whole = Math.min(width, first + columns - left);
        int start = start(p);
        if (whole < width) {
            Arrays.fill(values, start, start + depth * width, 0);
        }
        if (b.columnStep() == 1) {
            for (int k = 0; k < depth; k++) {
                System.arraycopy(b.values(), b.place(row + k, left), values, start + k * width, whole);
            }
        } else {
            for (int j = 0; j < whole; j++) {
                int from = b.place(row, left + j);
                for (int k = 0; k < depth; k++) {
                    values[start + k * width + j] = b.values()[from + k * b.rowStep()];
                }
            }
        }
    }
}
