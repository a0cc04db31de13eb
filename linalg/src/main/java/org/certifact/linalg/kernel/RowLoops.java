package org.certifact.linalg.kernel;

/**
 * The loops over the entries of one segment of a row, for a strip of columns of one fixed width. A panel row of entry k begins at
 * {@code column[k] * stride + offset}.
 */
interface RowLoops {

    /**
     * With e = y - u·v, or -u·v where there are no values, g = Σ w e v.
     *
     * @param u its strip begins at source. Not modified.
     * @param value value of each entry, or null for zeros
     * @param weight weight of each entry, or null for ones
     * @param g the strip's width. Modified: overwritten.
     * @return Σ w e²
     */
    double gradient(
            double[] u,
            int source,
            double[] panel,
            int[] column,
            double[] value,
            double[] weight,
            int from,
            int to,
            double[] g);

    /** Σ w (u·v)² over the entries from .. to-1. @param u the strip's width. Not modified. @param weight as above */
    double squares(double[] u, double[] panel, int[] column, double[] weight, int from, int to);

    /**
     * With e = y - u·v, adds w e u to the row of every entry's column in t, which is as wide as the panel.
     *
     * @param value y of every entry, or null for zeros
     * @param t Modified.
     * @return Σ w e²
     */
    double addPanelGradient(
            double[] u, double[] panel, int[] column, double[] value, double[] weight, int from, int to, double[] t);

    /** {@code sum[start + k - from] += u·v} for the entries from .. to-1, u being the strip at offset. @param sum Modified. */
    void addDots(
            double[] u,
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
}
