package org.certifact.linalg.kernel;

import org.certifact.linalg.block.SparseBlock;

/**
 * The inner loops over a sparse block. Every implementation computes the same numbers, to rounding.
 *
 * <p>A factor's rows are stored row-major without padding, {@code rank} numbers a row. A panel is stored row-major with
 * {@code stride(rank)} numbers a row, those beyond the rank being zero, so that loops run over whole vectors.
 */
public interface Kernel {

    /** Name for logs and reports. */
    String name();

    /** Numbers a panel row takes for a rank: the rank rounded up to whole vectors. */
    int stride(int rank);

    /**
     * One fused pass over the block: with e = y - u·v of every entry, writes the gradient rows T_i = Σ_j w e v_j.
     *
     * @param block observed entries. Not modified.
     * @param rows the block's own factor rows, rows × rank. Not modified.
     * @param panel the other factor's rows, panelRows × stride(rank). Not modified.
     * @param rank number of columns
     * @param gradient rows × rank. Modified: overwritten with T.
     * @return Σ w e², twice the squared loss
     */
    double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient);

    /**
     * The residual e = y - u·v of every entry.
     *
     * @param residual length entries. Modified: overwritten.
     */
    void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual);

    /**
     * One row's normal operator: out = Σ_j w (v_j·p) v_j over the entries of row i.
     *
     * @param p length stride(rank), zero beyond the rank. Not modified.
     * @param out length stride(rank). Modified: overwritten.
     */
    void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out);

    /**
     * Σ_j w (u_i·v_j)² of every row.
     *
     * @param rows rows × rank. Not modified.
     * @param squares length rows. Modified: overwritten.
     */
    void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares);

    /**
     * The gradient of the other side in the same pass: with e = y - u·v of every entry, adds T_j = Σ_i w e u_i of every
     * panel row.
     *
     * @param gradient panelRows × stride(rank). Modified up to the rank.
     * @return Σ w e², twice the squared loss
     */
    double addPanelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient);

    /**
     * Σ_i w (u_i·v_j) u_i of every panel row: its normal operator times itself, and what its gradient loses when it is added.
     *
     * @param rows rows × rank. Not modified.
     * @param out panelRows × stride(rank). Modified: overwritten, zero beyond the rank.
     */
    void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out);

    /**
     * y += M x for a few vectors, M being the block's values. Weights do not count.
     *
     * @param x panelRows × count. Not modified.
     * @param y rows × count. Modified.
     */
    default void addTimes(SparseBlock block, double[] x, int count, double[] y) {
        block.addTimes(x, count, count, y);
    }

    /** x += Mᵀ y. @param y rows × count. Not modified. @param x panelRows × count. Modified. */
    default void addTransposeTimes(SparseBlock block, double[] y, int count, double[] x) {
        block.addTransposeTimes(y, count, x);
    }

    /**
     * out += MᵀM x: one pass over the entries where a row's are together.
     *
     * @param x panelRows × count. Not modified.
     * @param out panelRows × count. Modified.
     */
    default void addGramTimes(SparseBlock block, double[] x, int count, double[] out) {
        double[] y = new double[block.rows() * count];
        addTimes(block, x, count, y);
        addTransposeTimes(block, y, count, out);
    }
}
