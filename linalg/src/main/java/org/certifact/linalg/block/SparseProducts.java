package org.certifact.linalg.block;

/**
 * A sparse matrix times a few vectors at once, four at a time: their four sums stay in registers along a row. For four
 * columns whole vectors are no faster, measured; from eight on they would be, by a factor of two to three.
 */
public final class SparseProducts {
    private SparseProducts() {}

    /**
     * y += M x, M having the pattern and these values.
     *
     * @param index the row of x that each panel position stands for, or null where it is the position itself
     * @param x row-major, stride numbers a row, of which count are used. Not modified.
     * @param y rows × count. Modified.
     */
    public static void addTimes(
            SparseBlock pattern, double[] values, int[] index, double[] x, int stride, int count, double[] y) {
        int[] column = pattern.columns();
        for (int s = 0; s < pattern.segments(); s++) {
            int i = pattern.row(s);
            int from = pattern.start(s);
            int to = pattern.start(s + 1);
            int c = 0;
            for (; c + 4 <= count; c += 4) {
                addFourDots(column, from, to, values, index, x, stride, c, y, i * count + c);
            }
            for (; c < count; c++) {
                double sum = 0;
                for (int k = from; k < to; k++) {
                    sum += values[k] * x[at(index, column[k]) * stride + c];
                }
                y[i * count + c] += sum;
            }
        }
    }

    private static void addFourDots(
            int[] column,
            int from,
            int to,
            double[] values,
            int[] index,
            double[] x,
            int stride,
            int c,
            double[] y,
            int start) {
        double a = 0;
        double b = 0;
        double d = 0;
        double e = 0;
        for (int k = from; k < to; k++) {
            int j = at(index, column[k]) * stride + c;
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
     * x += Mᵀ y, M having the pattern and these values.
     *
     * @param index the row of x that each panel position stands for, or null where it is the position itself
     * @param y rows × count, from yStart on. Not modified.
     * @param x row-major, count numbers a row. Modified.
     */
    public static void addTransposeTimes(
            SparseBlock pattern, double[] values, int[] index, double[] y, int yStart, int count, double[] x) {
        int[] column = pattern.columns();
        for (int s = 0; s < pattern.segments(); s++) {
            int from = pattern.start(s);
            int to = pattern.start(s + 1);
            int row = yStart + pattern.row(s) * count;
            int c = 0;
            for (; c + 4 <= count; c += 4) {
                spreadFour(column, from, to, values, index, y, row + c, count, c, x);
            }
            for (; c < count; c++) {
                for (int k = from; k < to; k++) {
                    x[at(index, column[k]) * count + c] += values[k] * y[row + c];
                }
            }
        }
    }

    private static void spreadFour(
            int[] column,
            int from,
            int to,
            double[] values,
            int[] index,
            double[] y,
            int start,
            int count,
            int c,
            double[] x) {
        double a = y[start];
        double b = y[start + 1];
        double d = y[start + 2];
        double e = y[start + 3];
        for (int k = from; k < to; k++) {
            int j = at(index, column[k]) * count + c;
            double value = values[k];
            x[j] += value * a;
            x[j + 1] += value * b;
            x[j + 2] += value * d;
            x[j + 3] += value * e;
        }
    }

    private static int at(int[] index, int column) {
        return index == null ? column : index[column];
    }
}
