package org.certifact.linalg.kernel;

import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;

/** Plain Java loops on panels that are not padded: the twin that every machine can run, and the reference for the vectorized one. */
public final class ScalarKernel implements Kernel {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public int stride(int rank) {
        return rank;
    }

    @Override
    public double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        int[] column = block.columns();
        double[] value = block.values();
        int stride = stride(rank);
        double sum = 0;
        Arrays.fill(gradient, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * stride;
                double e = value[k] - dot(rows, u, panel, v, rank);
                double we = block.weight(k) * e;
                sum += we * e;
                add(we, panel, v, gradient, u, rank);
            }
        }
        return sum;
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        int stride = stride(rank);
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                residual[k] = value[k] - dot(rows, u, panel, column[k] * stride, rank);
            }
        }
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        int stride = stride(rank);
        int[] column = block.columns();
        Arrays.fill(out, 0.0);
        for (int tile = 0; tile < block.tiles(); tile++) {
            int s = block.segment(tile, i);
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * stride;
                double c = block.weight(k) * dot(p, 0, panel, v, rank);
                add(c, panel, v, out, 0, rank);
            }
        }
    }

    @Override
    public void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares) {
        int stride = stride(rank);
        int[] column = block.columns();
        Arrays.fill(squares, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int i = block.row(s);
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                double image = dot(rows, i * rank, panel, column[k] * stride, rank);
                squares[i] += block.weight(k) * image * image;
            }
        }
    }

    @Override
    public double addPanelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        int[] column = block.columns();
        int stride = stride(rank);
        double sum = 0;
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * stride;
                double e = block.values()[k] - dot(rows, u, panel, v, rank);
                double we = block.weight(k) * e;
                sum += we * e;
                add(we, rows, u, gradient, v, rank);
            }
        }
        return sum;
    }

    @Override
    public void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out) {
        int stride = stride(rank);
        int[] column = block.columns();
        Arrays.fill(out, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * stride;
                double image = block.weight(k) * dot(rows, u, panel, v, rank);
                add(image, rows, u, out, v, rank);
            }
        }
    }

    /** y += c x, four at a time: a loop that C2 makes into vectors spends most of so few numbers before and after them. */
    private static void add(double c, double[] x, int xStart, double[] y, int yStart, int n) {
        int l = 0;
        for (; l + 4 <= n; l += 4) {
            y[yStart + l] += c * x[xStart + l];
            y[yStart + l + 1] += c * x[xStart + l + 1];
            y[yStart + l + 2] += c * x[xStart + l + 2];
            y[yStart + l + 3] += c * x[xStart + l + 3];
        }
        for (; l < n; l++) {
            y[yStart + l] += c * x[xStart + l];
        }
    }

    private static double dot(double[] a, int aStart, double[] b, int bStart, int n) {
        // four sums: each addition must wait for the one before
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int l = 0;
        for (; l + 4 <= n; l += 4) {
            s0 += a[aStart + l] * b[bStart + l];
            s1 += a[aStart + l + 1] * b[bStart + l + 1];
            s2 += a[aStart + l + 2] * b[bStart + l + 2];
            s3 += a[aStart + l + 3] * b[bStart + l + 3];
        }
        for (; l < n; l++) {
            s0 += a[aStart + l] * b[bStart + l];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
