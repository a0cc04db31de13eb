package org.certifact.matrix;

import java.util.List;

/**
 * How many rows and columns stand in which blocks, and what the entries add up to: what the driver knows of a matrix.
 *
 * @param rowOffsets first row of each row block; the last is the number of rows
 * @param columnOffsets the same of columns
 */
record Outline(int[] rowOffsets, int[] columnOffsets, Totals totals) {
    /** Numbers that a row block says of itself: its number, its rows, its totals. */
    static final int HEAD = 7;

    /**
     * @param parts of each column block {@code {{columns}, head, …}}, with the heads of those row blocks that reported there;
     *     a row block that has entries reports to one
     */
    static Outline of(List<double[][]> parts, int rowBlocks) {
        double[][] heads = new double[rowBlocks][];
        int[] columnOffsets = new int[parts.size() + 1];
        for (int q = 0; q < parts.size(); q++) {
            double[][] part = parts.get(q);
            columnOffsets[q + 1] = Math.addExact(columnOffsets[q], (int) part[0][0]);
            for (int k = 1; k < part.length; k++) {
                heads[(int) part[k][0]] = part[k];
            }
        }
        int[] rowOffsets = new int[rowBlocks + 1];
        double[] sum = new double[Totals.LENGTH];
        double largest = 0;
        for (int p = 0; p < rowBlocks; p++) {
            int rows = 0;
            if (heads[p] != null) {
                rows = (int) heads[p][1];
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += heads[p][2 + k];
                }
                largest = Math.max(largest, heads[p][HEAD - 1]);
            }
            rowOffsets[p + 1] = Math.addExact(rowOffsets[p], rows);
        }
        return new Outline(rowOffsets, columnOffsets, new Totals((long) sum[0], sum[1], sum[2], sum[3], largest));
    }

    /** What row block p says of itself. */
    static double[] head(int p, DataBlock data) {
        double[] head = new double[HEAD];
        head[0] = p;
        head[1] = data.rows();
        System.arraycopy(Totals.ofBlock(data), 0, head, 2, Totals.LENGTH);
        return head;
    }
}
