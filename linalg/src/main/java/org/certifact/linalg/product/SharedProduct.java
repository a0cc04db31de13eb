package org.certifact.linalg.product;

import java.util.stream.IntStream;

/** Another product, some rows of C at a time, on all cores of this machine. What comes out does not depend on their number. */
final class SharedProduct implements MatrixProduct {
    private final MatrixProduct each;
    private final int rows;

    /** @param each of some rows @param rows taken at a time */
    SharedProduct(MatrixProduct each, int rows) {
        this.each = each;
        this.rows = rows;
    }

    @Override
    public String name() {
        return each.name();
    }

    @Override
    public void add(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        MatrixProduct.requireFitting(a, b, c);
        share(c.rows(), (from, to) -> each.add(alpha, a.rows(from, to), b, c.rows(from, to)));
    }

    @Override
    public void addUpper(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        MatrixProduct.requireFitting(a, b, c);
        int last = Math.min(c.rows(), c.columns());
        share(
                last,
                (from, to) -> each.addUpper(
                        alpha,
                        a.rows(from, to),
                        b.columnsFrom(from),
                        c.rows(from, to).columnsFrom(from)));
    }

    @FunctionalInterface
    private interface Band {
        void of(int from, int to);
    }

    private void share(int all, Band band) {
        IntStream.range(0, (all + rows - 1) / rows)
                .parallel()
                .forEach(k -> band.of(k * rows, Math.min(all, (k + 1) * rows)));
    }
}
