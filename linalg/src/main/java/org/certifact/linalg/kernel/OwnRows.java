package org.certifact.linalg.kernel;

/** A block's own rows as loops want them, as wide as the panel's: themselves where they are, else some of them copied. */
final class OwnRows {
    private final double[] rows;
    private final int rank;
    private final int width;
    private final double[] wide;

    /** @param rows number of them × rank @param width of the panel's, at least the rank @param most rows copied at a time */
    OwnRows(double[] rows, int rank, int width, int most) {
        this.rows = rows;
        this.rank = rank;
        this.width = width;
        this.wide = width == rank ? rows : new double[most * width];
    }

    /** Where the loops find the rows. */
    double[] wide() {
        return wide;
    }

    /** Brings rows to where the loops find them. @return the number that the first has there */
    int load(int first, int count) {
        if (wide == rows) {
            return first;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, (first + i) * rank, wide, i * width, rank);
        }
        return 0;
    }

    /** Takes back what was loaded. */
    void store(int first, int count) {
        if (wide != rows) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(wide, i * width, rows, (first + i) * rank, rank);
            }
        }
    }
}
