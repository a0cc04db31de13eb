package org.certifact.linalg.product;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of a product, held in registers: four rows by two or three vectors. More rows or vectors do not fit the 16 registers
 * that most processors have. Loops look at no index themselves: their callers' views have been checked.
 */
final class VectorTile {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    static final int LANES = SPECIES.length();

    /** Rows of a tile. */
    static final int ROWS = 4;

    /** Columns of the widest tile. */
    static final int WIDEST = 3 * LANES;

    private VectorTile() {}

    /**
     * C ← C + αAB.
     *
     * @param width columns: two vectors or {@link #WIDEST}
     * @param rows of the tile that count, 1 to {@link #ROWS}
     * @param depth products summed
     * @param first place in a's array of the tile's first number there
     * @param panel rows of B, each {@code width} long, from place {@code start} on
     * @param c the tile's first number is at place {@code to}, rows {@code stride} apart. Modified.
     */
    static void add(
            int width,
            int rows,
            int depth,
            double alpha,
            MatrixView a,
            int first,
            double[] panel,
            int start,
            double[] c,
            int to,
            int stride) {
        if (width == WIDEST) {
            addWide(rows, depth, alpha, a, first, panel, start, c, to, stride);
        } else {
            addNarrow(rows, depth, alpha, a, first, panel, start, c, to, stride);
        }
    }

    private static void addWide(
            int rows,
            int depth,
            double alpha,
            MatrixView a,
            int first,
            double[] panel,
            int start,
            double[] c,
            int to,
            int stride) {
        double[] values = a.values();
        int step = a.columnStep();
        int r1 = Math.min(1, rows - 1) * a.rowStep();
        int r2 = Math.min(2, rows - 1) * a.rowStep();
        int r3 = Math.min(3, rows - 1) * a.rowStep();
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = DoubleVector.zero(SPECIES);
        DoubleVector c02 = DoubleVector.zero(SPECIES);
        DoubleVector c10 = DoubleVector.zero(SPECIES);
        DoubleVector c11 = DoubleVector.zero(SPECIES);
        DoubleVector c12 = DoubleVector.zero(SPECIES);
        DoubleVector c20 = DoubleVector.zero(SPECIES);
        DoubleVector c21 = DoubleVector.zero(SPECIES);
        DoubleVector c22 = DoubleVector.zero(SPECIES);
        DoubleVector c30 = DoubleVector.zero(SPECIES);
        DoubleVector c31 = DoubleVector.zero(SPECIES);
        DoubleVector c32 = DoubleVector.zero(SPECIES);
        int end = start + depth * 3 * LANES;
        for (int k = start, at = first; k < end; k += 3 * LANES, at += step) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, k);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, k + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, panel, k + 2 * LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, values[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            c02 = x.fma(b2, c02);
            x = DoubleVector.broadcast(SPECIES, values[at + r1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            c12 = x.fma(b2, c12);
            x = DoubleVector.broadcast(SPECIES, values[at + r2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            c22 = x.fma(b2, c22);
            x = DoubleVector.broadcast(SPECIES, values[at + r3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
            c32 = x.fma(b2, c32);
        }
        add(c00, alpha, c, to);
        add(c01, alpha, c, to + LANES);
        add(c02, alpha, c, to + 2 * LANES);
        if (rows > 1) {
            add(c10, alpha, c, to + stride);
            add(c11, alpha, c, to + stride + LANES);
            add(c12, alpha, c, to + stride + 2 * LANES);
        }
        if (rows > 2) {
            add(c20, alpha, c, to + 2 * stride);
            add(c21, alpha, c, to + 2 * stride + LANES);
            add(c22, alpha, c, to + 2 * stride + 2 * LANES);
        }
        if (rows > 3) {
            add(c30, alpha, c, to + 3 * stride);
            add(c31, alpha, c, to + 3 * stride + LANES);
            add(c32, alpha, c, to + 3 * stride + 2 * LANES);
        }
    }

    private static void addNarrow(
            int rows,
            int depth,
            double alpha,
            MatrixView a,
            int first,
            double[] panel,
            int start,
            double[] c,
            int to,
            int stride) {
        double[] values = a.values();
        int step = a.columnStep();
        int r1 = Math.min(1, rows - 1) * a.rowStep();
        int r2 = Math.min(2, rows - 1) * a.rowStep();
        int r3 = Math.min(3, rows - 1) * a.rowStep();
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = DoubleVector.zero(SPECIES);
        DoubleVector c10 = DoubleVector.zero(SPECIES);
        DoubleVector c11 = DoubleVector.zero(SPECIES);
        DoubleVector c20 = DoubleVector.zero(SPECIES);
        DoubleVector c21 = DoubleVector.zero(SPECIES);
        DoubleVector c30 = DoubleVector.zero(SPECIES);
        DoubleVector c31 = DoubleVector.zero(SPECIES);
        int end = start + depth * 2 * LANES;
        for (int k = start, at = first; k < end; k += 2 * LANES, at += step) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, k);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, k + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, values[at]);
            c00 = x.fma(b0, c00);
            c01 = x.fma(b1, c01);
            x = DoubleVector.broadcast(SPECIES, values[at + r1]);
            c10 = x.fma(b0, c10);
            c11 = x.fma(b1, c11);
            x = DoubleVector.broadcast(SPECIES, values[at + r2]);
            c20 = x.fma(b0, c20);
            c21 = x.fma(b1, c21);
            x = DoubleVector.broadcast(SPECIES, values[at + r3]);
            c30 = x.fma(b0, c30);
            c31 = x.fma(b1, c31);
        }
        add(c00, alpha, c, to);
        add(c01, alpha, c, to + LANES);
        if (rows > 1) {
            add(c10, alpha, c, to + stride);
            add(c11, alpha, c, to + stride + LANES);
        }
        if (rows > 2) {
            add(c20, alpha, c, to + 2 * stride);
            add(c21, alpha, c, to + 2 * stride + LANES);
        }
        if (rows > 3) {
            add(c30, alpha, c, to + 3 * stride);
            add(c31, alpha, c, to + 3 * stride + LANES);
        }
    }

    private static void add(DoubleVector x, double alpha, double[] c, int at) {
        x.fma(DoubleVector.broadcast(SPECIES, alpha), DoubleVector.fromArray(SPECIES, c, at))
                .intoArray(c, at);
    }
}
