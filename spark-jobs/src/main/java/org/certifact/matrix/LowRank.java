package org.certifact.matrix;

import java.io.Serializable;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/**
 * A matrix of low rank whose long side is distributed: its rows are state[:, first .. first+rank-1] · shortSideᵀ, for some
 * columns of a state that the blocks keep.
 */
public final class LowRank implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int first;
    private final int rank;
    private final double[] shortSide;

    /**
     * @param first column of the state at which the long side begins
     * @param shortSide columns × rank, row-major. Not copied.
     */
    public LowRank(int first, int rank, double[] shortSide) {
        this.first = first;
        this.rank = rank;
        this.shortSide = shortSide;
    }

    /** Zero. */
    public static LowRank none() {
        return new LowRank(0, 0, new double[0]);
    }

    /** Number of columns of either side. */
    public int rank() {
        return rank;
    }

    /** First column of the state that belongs to the long side. */
    public int first() {
        return first;
    }

    /** columns × rank. Not to be modified. */
    public double[] shortSide() {
        return shortSide;
    }

    /** tile += scale · rows from .. to-1. @param tile (to − from) × width. Modified. */
    void addRows(FactorBlock state, int from, int to, double scale, int width, double[] tile) {
        if (rank > 0) {
            int stride = state.rank();
            int count = to - from;
            MatrixProducts.best()
                    .add(
                            scale,
                            MatrixView.of(state.values(), from * stride + first, count, rank, stride),
                            MatrixView.of(shortSide, width, rank).transposed(),
                            MatrixView.of(tile, count, width));
        }
    }
}
