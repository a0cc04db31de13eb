package org.certifact.linalg.block;

/**
 * MᵀM of a sparse block M, one of its rows after the other: row c is the sum of the rows of M that have an entry in column c,
 * times that entry (Gustavson, ACM Trans. Math. Softw. 4, 1978). A row of the result stays in the cache while it is summed up,
 * where the rows' outer products would go all over the result.
 */
final class SparseGram {
    private final SparseBlock block;
    private final int[] first;
    private final int[] entry;
    private final int[] segment;

    /** Lists the block's entries by columns. */
    SparseGram(SparseBlock block) {
        this.block = block;
        int[] column = block.columns();
        this.first = new int[block.panelRows() + 1];
        for (int c : column) {
            first[c + 1]++;
        }
        for (int c = 0; c < block.panelRows(); c++) {
            first[c + 1] += first[c];
        }
        this.entry = new int[column.length];
        this.segment = new int[column.length];
        int[] next = first.clone();
        for (int s = 0; s < block.segments(); s++) {
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int place = next[column[k]]++;
                entry[place] = k;
                segment[place] = s;
            }
        }
    }

    /**
     * Adds the upper triangle of MᵀM. Columns ascend in a row, so those from an entry's on follow it.
     *
     * @param index the result's row and column that each panel row stands for
     * @param gram n × n. Modified: on and above the diagonal.
     */
    void addTo(int[] index, int n, double[] gram) {
        int width = block.panelRows();
        double[] line = new double[width];
        for (int c = 0; c < width; c++) {
            for (int place = first[c]; place < first[c + 1]; place++) {
                int k = entry[place];
                addScaled(block.values()[k], k, block.start(segment[place] + 1), line);
                for (int s = segment[place] + block.rows(); s < block.segments(); s += block.rows()) {
                    addScaled(block.values()[k], block.start(s), block.start(s + 1), line);
                }
            }
            for (int k = c; k < width; k++) {
                gram[Math.min(index[c], index[k]) * n + Math.max(index[c], index[k])] += line[k];
                line[k] = 0;
            }
        }
    }

    /** line += factor times the entries from .. to-1. */
    private void addScaled(double factor, int from, int to, double[] line) {
        int[] column = block.columns();
        double[] value = block.values();
        for (int k = from; k < to; k++) {
            line[column[k]] += factor * value[k];
        }
    }
}
