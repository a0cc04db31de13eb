package org.certifact.linalg.kernel;

import org.certifact.linalg.block.SparseBlock;

/**
 * The loops over the entries of the segments from first to last - 1 of one tile of a block, for rows of one fixed width. The
 * first segment's row begins at {@code row * width} of the rows, entry k's panel row at {@code column[k] * width}.
 */
interface RowLoops {

    /**
     * With e = y - u·v, or -u·v where entries count as zeros, g += Σ w e v of every row.
     *
     * @param rows u of every row. Not modified.
     * @param g as rows. Modified.
     * @return Σ w e²
     */
    double addGradient(
            SparseBlock block, boolean zeros, int first, int last, double[] rows, int row, double[] panel, double[] g);

    /** Adds Σ w (u·v)² of every row. @param squares one number a row, that of the first at place {@code to}. Modified. */
    void addSquares(
            SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] squares, int to);

    /** e = y - u·v. @param residual one number an entry of the block. Modified. */
    void residual(SparseBlock block, int first, int last, double[] rows, int row, double[] panel, double[] residual);

    /**
     * With e = y - u·v, or -u·v where entries count as zeros, adds w e u to the row of every entry's column.
     *
     * @param out as the panel. Modified.
     * @return Σ w e²
     */
    double addPanelGradient(
            SparseBlock block,
            boolean zeros,
            int first,
            int last,
            double[] rows,
            int row,
            double[] panel,
            double[] out);

    /** y += M x, M being the block's values. @param x as the panel. Not modified. @param y as rows. Modified. */
    void addTimes(SparseBlock block, int first, int last, double[] x, double[] y, int row);

    /** x += Mᵀ y. @param y as rows. Not modified. @param x as the panel. Modified. */
    void addTransposeTimes(SparseBlock block, int first, int last, double[] y, int row, double[] x);
}
