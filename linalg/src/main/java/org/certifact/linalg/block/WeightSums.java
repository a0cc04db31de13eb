package org.certifact.linalg.block;

/** Products of a block's weights, values left aside, with one number for each row or panel row. */
public final class WeightSums {
    private WeightSums() {}

    /** Σ_j w x_j of every row. @param x one number a panel row @return one number a row */
    public static double[] ofRows(SparseBlock block, double[] x) {
        int[] column = block.columns();
        double[] weight = block.weights();
        double[] sums = new double[block.rows()];
        for (int tile = 0; tile < block.tiles(); tile++) {
            for (int i = 0; i < sums.length; i++) {
                int s = block.segment(tile, i);
                int from = block.start(s);
                int to = block.start(s + 1);
                sums[i] += weight == null ? sum(column, x, from, to) : sum(column, weight, x, from, to);
            }
        }
        return sums;
    }

    /** In four sums, none of which waits for another. */
    private static double sum(int[] column, double[] x, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            a += x[column[k]];
            b += x[column[k + 1]];
            c += x[column[k + 2]];
            d += x[column[k + 3]];
        }
        for (; k < to; k++) {
            a += x[column[k]];
        }
        return (a + b) + (c + d);
    }

    private static double sum(int[] column, double[] weight, double[] x, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += weight[k] * x[column[k]];
        }
        return sum;
    }

    /** Adds Σ_i w y_i of every panel row. @param y one number a row @param sums one number a panel row. Modified. */
    public static void addOfPanel(SparseBlock block, double[] y, double[] sums) {
        int[] column = block.columns();
        double[] weight = block.weights();
        for (int tile = 0; tile < block.tiles(); tile++) {
            for (int i = 0; i < y.length; i++) {
                int s = block.segment(tile, i);
                add(column, weight, y[i], block.start(s), block.start(s + 1), sums);
            }
        }
    }

    private static void add(int[] column, double[] weight, double y, int from, int to, double[] sums) {
        if (weight == null) {
            for (int k = from; k < to; k++) {
                sums[column[k]] += y;
            }
        } else {
            for (int k = from; k < to; k++) {
                sums[column[k]] += weight[k] * y;
            }
        }
    }
}
