package org.certifact.linalg.kernel;

import java.util.Arrays;
import org.certifact.linalg.block.SparseBlock;

/** Plain Java loops: the twin that every machine can run, and the reference for the vectorized one. */
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
        double sum = 0;
        Arrays.fill(gradient, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * rank;
                double e = value[k] - dot(rows, u, panel, v, rank);
                double we = block.weight(k) * e;
                sum += we * e;
                for (int l = 0; l < rank; l++) {
                    gradient[u + l] += we * panel[v + l];
                }
            }
        }
        return sum;
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        int[] column = block.columns();
        double[] value = block.values();
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                residual[k] = value[k] - dot(rows, u, panel, column[k] * rank, rank);
            }
        }
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        int[] column = block.columns();
        Arrays.fill(out, 0.0);
        for (int tile = 0; tile < block.tiles(); tile++) {
            int s = block.segment(tile, i);
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * rank;
                double c = block.weight(k) * dot(p, 0, panel, v, rank);
                for (int l = 0; l < rank; l++) {
                    out[l] += c * panel[v + l];
                }
            }
        }
    }

    @Override
    public void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares) {
        int[] column = block.columns();
        Arrays.fill(squares, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int i = block.row(s);
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                double image = dot(rows, i * rank, panel, column[k] * rank, rank);
                squares[i] += block.weight(k) * image * image;
            }
        }
    }

    @Override
    public double panelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        int[] column = block.columns();
        double sum = 0;
        Arrays.fill(gradient, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * rank;
                double e = block.values()[k] - dot(rows, u, panel, v, rank);
                double we = block.weight(k) * e;
                sum += we * e;
                for (int l = 0; l < rank; l++) {
                    gradient[v + l] += we * rows[u + l];
                }
            }
        }
        return sum;
    }

    @Override
    public void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out) {
        int[] column = block.columns();
        Arrays.fill(out, 0.0);
        for (int s = 0; s < block.segments(); s++) {
            int u = block.row(s) * rank;
            for (int k = block.start(s); k < block.start(s + 1); k++) {
                int v = column[k] * rank;
                double image = block.weight(k) * dot(rows, u, panel, v, rank);
                for (int l = 0; l < rank; l++) {
                    out[v + l] += image * rows[u + l];
                }
            }
        }
    }

    private static double dot(double[] a, int aStart, double[] b, int bStart, int n) {
        double sum = 0;
        for (int l = 0; l < n; l++) {
            sum += a[aStart + l] * b[bStart + l];
        }
        return sum;
    }
}
