package org.certifact.datasets;

import java.util.Arrays;
import org.certifact.datasets.MatrixMarketHeader.Symmetry;

/** Where the entries of a Matrix Market array stand: column after column, of a symmetric matrix from the diagonal or below it on. */
final class ArrayOrder {
    private final Symmetry symmetry;
    private final int rows;
    private final long[] starts;

    ArrayOrder(MatrixMarketHeader header) {
        this.symmetry = header.symmetry();
        this.rows = (int) header.rows();
        this.starts = new long[(int) header.columns()];
        for (int column = 1; column < starts.length; column++) {
            starts[column] = starts[column - 1] + rows - first(column - 1);
        }
    }

    /** The column of the entry of that number, both from 0. */
    int column(long entry) {
        int found = Arrays.binarySearch(starts, entry);
        return found >= 0 ? found : -found - 2;
    }

    /** The row of the entry of that number, which stands in that column. */
    int row(long entry, int column) {
        return (int) (entry - starts[column]) + first(column);
    }

    /** The value of the mirror image of an entry. */
    double mirrored(double value) {
        return symmetry == Symmetry.SKEW_SYMMETRIC ? -value : value;
    }

    boolean isMirrored(int row, int column) {
        return symmetry != Symmetry.GENERAL && row != column;
    }

    private int first(int column) {
        return switch (symmetry) {
            case GENERAL -> 0;
            case SYMMETRIC -> column;
            case SKEW_SYMMETRIC -> column + 1;
        };
    }
}
