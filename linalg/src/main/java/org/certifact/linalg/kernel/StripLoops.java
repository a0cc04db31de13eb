package org.certifact.linalg.kernel;

import org.certifact.linalg.block.SparseBlock;

/**
 * The loops over entries for a strip of columns of one fixed width in rows that may be wider. A panel row of entry k begins at
 * {@code column[k] * stride + offset}.
 */
interface StripLoops {

    /** {@code sum[start + k - from] += u·v} for the entries from .. to-1. @param u its strip begins at source @param sum Modified. */
    void addDots(
            double[] u,
            int source,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] sum,
            int start);

    /**
     * g += Σ c v for the entries from .. to-1.
     *
     * @param c c[first] belongs to entry from
     * @param g its strip begins at target. Modified.
     */
    void addCombination(
            double[] c,
            int first,
            double[] panel,
            int stride,
            int offset,
            int[] column,
            int from,
            int to,
            double[] g,
            int target);

    /** v += c u for the entries from .. to-1. @param c c[first] belongs to entry from @param u its strip begins at source @param panel Modified. */
    void spread(
            double[] c,
            int first,
            double[] u,
            int source,
            int[] column,
            int from,
            int to,
            double[] panel,
            int stride,
            int offset);

    /**
     * out += MᵀM x, M being the values of the segments from first to last - 1 of a block in one tile, x as wide as the strip.
     *
     * @param out as x. Modified.
     */
    void addGramTimes(SparseBlock block, int first, int last, double[] x, double[] out);
}
