package org.certifact.linalg.block;

/**
 * A sparse matrix times a few vectors at once, four at a time: their four sums stay in registers along a row. For four
 * columns whole vectors are no faster, measured; for more see the kernels. Weights do not count.
 */
final class SparseProducts {
    private SparseProducts() {}

    /**
     * y += M x, M being the block.
     *
     * @param x row-major, stride numbers a row, of which count are used. Not modified.
     * @param y rows × count. Modified.
     */
    static void addTimes(SparseBlock block, double[] x, int stride, int count, double[] y) {
        int[] column = block.columns();
        double[] values = block.values();
        for (int s = 0; s < block.segments(); s++) {
            int i = block.row(s);
            int from = block.start(s);
            int to = block.start(s + 1);
            int c = 0;
            for (; c + 4 <= count; c += 4) {
                addFourDots(column, from, to, values, x, stride, c, y, i * count + c);
            }
            for (; c < count; c++) {
                double sum = 0;
                for (int k = from; k < to; k++) {
                    sum += values[k] * x[column[k] * stride + c];
                }
                y[i * count + c] += sum;
            }
        }
    }

    private static void addFourDots(
            int[] column, int from, int to, double[] values, double[] x, int stride, int c, double[] y, int start) {
        double a = 0;
        double b = 0;
        double d = 0;
        double e = 0;
        for (int k = from; k < to; k++) {
            int j = column[k] * stride + c;
            double value = values[k];
            a += value * x[j];
            b += value * x[j + 1];
            d += value * x[j + 2];
            e += value * x[j + 3];
        }
        y[start] += a;
        y[start + 1] += b;
        y[start + 2] += d;
        y[start + 3] += e;
    }

    /**
     * x += Mᵀ y, M being the block.
     *
     * @param y rows × count. Not modified.
     * @param x row-major, count numbers a row. Modified.
     */
    static void addTransposeTimes(SparseBlock block, double[] y, int count, double[] x) {
        int[] column = block.columns();
        double[] values = block.values();
        for (int s = 0; s < block.segments(); s++) {
            int from = block.start(s);
            int to = block.start(s + 1);
            int row = block.row(s) * count;
            int c = 0;
            for (; c + 4 <= count; c += 4) {
                spreadFour(column, from, to, values, y, row + c, count, c, x);
            }
            for (; c < count; c++) {
                for (int k = from; k < to; k++) {
                    x[column[k] * count + c] += values[k] * y[row + c];
                }
            }
        }
    }

    private static void spreadFour(
            int[] column, int from, int to, double[] values, double[] y, int start, int count, int c, double[] x) {
        double a = y[start];
        double b = y[start + 1];
        double d = y[start + 2];
        double e = y[start + 3];
        for (int k = from; k < to; k++) {
            int j = column[k] * count + c;
            double value = values[k];
            x[j] += value * a;
            x[j + 1] += value * b;
            x[j + 2] += value * d;
            x[j + 3] += value * e;
        }
    }
}
