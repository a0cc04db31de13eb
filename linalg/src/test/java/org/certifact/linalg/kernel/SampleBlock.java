package org.certifact.linalg.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.certifact.linalg.block.SparseBlock;

/**
 * A random block to measure kernels on, with its factors.
 *
 * @param u rows × rank
 * @param panel panelRows × rank, not padded
 */
record SampleBlock(SparseBlock block, int rank, double[] u, double[] panel) {

    /** Rows have 0 to twice the average number of entries. */
    static SampleBlock of(int rows, int panelRows, int entries, int rank, boolean weighted) {
        SplittableRandom random = new SplittableRandom(7);
        int[] start = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            start[i + 1] = start[i] + random.nextInt(2 * entries / rows + 1);
        }
        int[] column = random.ints(start[rows], 0, panelRows).toArray();
        for (int i = 0; i < rows; i++) {
            Arrays.sort(column, start[i], start[i + 1]);
        }
        double[] value = random.doubles(column.length, 1, 5).toArray();
        double[] weight = weighted ? random.doubles(column.length, 0.5, 2).toArray() : null;
        return new SampleBlock(
                new SparseBlock(start, column, value, weight, panelRows),
                rank,
                random.doubles((long) rows * rank, -0.5, 0.5).toArray(),
                random.doubles((long) panelRows * rank, -0.5, 0.5).toArray());
    }

    double[] padded(int stride) {
        return padded(panel, stride);
    }

    double[] padded(double[] x, int stride) {
        double[] out = new double[x.length / rank * stride];
        for (int i = 0; i < x.length / rank; i++) {
            System.arraycopy(x, i * rank, out, i * stride, rank);
        }
        return out;
    }
}
