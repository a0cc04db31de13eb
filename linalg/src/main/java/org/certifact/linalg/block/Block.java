package org.certifact.linalg.block;

import java.io.Serializable;

/**
 * A block of a matrix Y whose columns are positions in a panel, for matrices of which every cell counts. Storage is dense
 * or sparse; a cell that a sparse block does not list is zero.
 */
public sealed interface Block extends Serializable permits SparseBlock, DenseBlock {

    /** Number of rows. */
    int rows();

    /** Number of rows of the panel, which are this block's columns. */
    int panelRows();

    /** y += Y x. @param x panelRows × stride, of which count columns are used @param y rows × count. Modified. */
    void addTimes(double[] x, int stride, int count, double[] y);

    /** x += Yᵀ y. @param y rows × count @param x panelRows × count. Modified. */
    void addTransposeTimes(double[] y, int count, double[] x);

    /**
     * tile += the rows from .. to-1 of Y.
     *
     * @param index the tile's column that each panel row stands for
     * @param tile (to − from) × width. Modified.
     */
    void addRows(int from, int to, int[] index, int width, double[] tile);

    /** ‖Y‖²_F. */
    double squaredNorm();
}
