package org.certifact.linalg.product;

import java.util.Arrays;

/**
 * In tiles of C that the registers hold, after Goto and van de Geijn (Anatomy of high-performance matrix multiplication, ACM
 * TOMS 34, 2008): a block of B is copied into panels as wide as a tile and meets some rows of A at a time, panel by panel, so
 * that the panel stays in the first-level cache and the block in the second. A is copied too where its columns lie far apart.
 */
final class TiledProduct implements MatrixProduct {
    /** Products summed before a tile goes back to memory. */
    private static final int DEPTH = 256;

    /** Columns of a block of B. */
    private static final int WIDTH = 192;

    /** Rows of A that meet a panel at a time. */
    private static final int HEIGHT = 48;

    /** Columns of A that are farther apart than so many numbers are copied together. */
    private static final int FAR = 128;

    @Override
    public String name() {
        return "tiles" + 64 * VectorTile.LANES;
    }

    @Override
    public void add(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        add(alpha, a, b, c, false);
    }

    @Override
    public void addUpper(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        add(alpha, a, b, c, true);
    }

    private static void add(double alpha, MatrixView a, MatrixView b, MatrixView c, boolean upper) {
        MatrixProduct.requireFitting(a, b, c);
        if (c.rows() == 0 || c.columns() == 0) {
            return;
        }
        double[] rows = a.columnStep() > FAR ? new double[HEIGHT * Math.min(DEPTH, a.columns())] : null;
        double[] packed = null;
        for (int k = 0; k < a.columns(); k += DEPTH) {
            int depth = Math.min(DEPTH, a.columns() - k);
            for (int j = 0; j < c.columns(); j += WIDTH) {
                Panels panels = Panels.of(b, k, depth, j, Math.min(WIDTH, c.columns() - j), packed);
                packed = panels.values();
                int end = upper ? Math.min(c.rows(), j + panels.columns()) : c.rows();
                for (int i = 0; i < end; i += HEIGHT) {
                    int last = Math.min(end, i + HEIGHT);
                    if (rows == null) {
                        strip(alpha, a, i, k, panels, c, i, last, upper);
                    } else {
                        strip(alpha, gathered(a, i, last, k, depth, rows), 0, 0, panels, c, i, last, upper);
                    }
                }
            }
        }
    }

    /** Rows first .. last-1 of C. @param row of a, and column, at which the tiles' products begin */
    private static void strip(
            double alpha,
            MatrixView a,
            int row,
            int column,
            Panels panels,
            MatrixView c,
            int first,
            int last,
            boolean upper) {
        double[] part = new double[VectorTile.ROWS * VectorTile.WIDEST];
        for (int p = 0; p < panels.count(); p++) {
            int width = panels.width(p);
            int left = panels.left(p);
            int whole = Math.min(width, c.columns() - left);
            for (int i = first; i < last && !(upper && i >= left + whole); i += VectorTile.ROWS) {
                int rows = Math.min(VectorTile.ROWS, last - i);
                if (whole < width) {
                    Arrays.fill(part, 0);
                }
                VectorTile.add(
                        width,
                        rows,
                        panels.depth(),
                        alpha,
                        a,
                        a.place(row + i - first, column),
                        panels.values(),
                        panels.start(p),
                        whole < width ? part : c.values(),
                        whole < width ? 0 : c.place(i, left),
                        whole < width ? width : c.rowStep());
                if (whole < width) {
                    addPart(part, width, c, i, rows, left, whole);
                }
            }
        }
    }

    /** Adds what of a tile lies within C. */
    private static void addPart(double[] part, int width, MatrixView c, int row, int rows, int column, int columns) {
        for (int r = 0; r < rows; r++) {
            for (int l = 0; l < columns; l++) {
                c.values()[c.place(row + r, column + l)] += part[r * width + l];
            }
        }
    }

    /** Some rows of A beside each other: column by column. */
    private static MatrixView gathered(MatrixView a, int first, int last, int column, int depth, double[] to) {
        int height = last - first;
        for (int k = 0; k < depth; k++) {
            int from = a.place(first, column + k);
            for (int i = 0; i < height; i++) {
                to[k * height + i] = a.values()[from + i * a.rowStep()];
            }
        }
        return new MatrixView(to, 0, height, depth, 1, height);
    }
}
