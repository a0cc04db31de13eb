package org.certifact.linalg.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops on {@code jdk.incubator.vector}. Entries are taken four at a time, so that four independent sums hide the
 * latency of a fused multiply-add, and a row of U and of its gradient is loaded once for the four.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = S.length();

    @Override
    public String name() {
        return "vector" + S.vectorBitSize();
    }

    @Override
    public int stride(int rank) {
        return (rank + LANES - 1) / LANES * LANES;
    }

    @Override
    public double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        int stride = stride(rank);
        int[] column = block.columns();
        double[] value = block.values();
        double[] weight = block.weights();
        double[] u = new double[stride];
        double[] g = new double[stride];
        double sum = 0;
        for (int i = 0; i < block.rows(); i++) {
            System.arraycopy(rows, i * rank, u, 0, rank);
            Arrays.fill(g, 0.0);
            int k = block.start(i);
            int end = block.start(i + 1);
            for (; k + 4 <= end; k += 4) {
                int v0 = column[k] * stride;
                int v1 = column[k + 1] * stride;
                int v2 = column[k + 2] * stride;
                int v3 = column[k + 3] * stride;
                DoubleVector s0 = DoubleVector.zero(S);
                DoubleVector s1 = s0;
                DoubleVector s2 = s0;
                DoubleVector s3 = s0;
                for (int l = 0; l < stride; l += LANES) {
                    DoubleVector ul = DoubleVector.fromArray(S, u, l);
                    s0 = ul.fma(DoubleVector.fromArray(S, panel, v0 + l), s0);
                    s1 = ul.fma(DoubleVector.fromArray(S, panel, v1 + l), s1);
                    s2 = ul.fma(DoubleVector.fromArray(S, panel, v2 + l), s2);
                    s3 = ul.fma(DoubleVector.fromArray(S, panel, v3 + l), s3);
                }
                double e0 = value[k] - s0.reduceLanes(VectorOperators.ADD);
                double e1 = value[k + 1] - s1.reduceLanes(VectorOperators.ADD);
                double e2 = value[k + 2] - s2.reduceLanes(VectorOperators.ADD);
                double e3 = value[k + 3] - s3.reduceLanes(VectorOperators.ADD);
                double w0 = e0;
                double w1 = e1;
                double w2 = e2;
                double w3 = e3;
                if (weight != null) {
                    w0 *= weight[k];
                    w1 *= weight[k + 1];
                    w2 *= weight[k + 2];
                    w3 *= weight[k + 3];
                }
                sum += w0 * e0 + w1 * e1 + w2 * e2 + w3 * e3;
                for (int l = 0; l < stride; l += LANES) {
                    DoubleVector gl = DoubleVector.fromArray(S, g, l);
                    gl = DoubleVector.fromArray(S, panel, v0 + l).lanewise(VectorOperators.FMA, w0, gl);
                    gl = DoubleVector.fromArray(S, panel, v1 + l).lanewise(VectorOperators.FMA, w1, gl);
                    gl = DoubleVector.fromArray(S, panel, v2 + l).lanewise(VectorOperators.FMA, w2, gl);
                    gl = DoubleVector.fromArray(S, panel, v3 + l).lanewise(VectorOperators.FMA, w3, gl);
                    gl.intoArray(g, l);
                }
            }
            for (; k < end; k++) {
                int v = column[k] * stride;
                double e = value[k] - dot(u, panel, v, stride);
                double we = weight == null ? e : weight[k] * e;
                sum += we * e;
                axpy(we, panel, v, g, stride);
            }
            System.arraycopy(g, 0, gradient, i * rank, rank);
        }
        return sum;
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        int stride = stride(rank);
        int[] column = block.columns();
        double[] value = block.values();
        double[] u = new double[stride];
        for (int i = 0; i < block.rows(); i++) {
            System.arraycopy(rows, i * rank, u, 0, rank);
            for (int k = block.start(i); k < block.start(i + 1); k++) {
                residual[k] = value[k] - dot(u, panel, column[k] * stride, stride);
            }
        }
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        int stride = stride(rank);
        int[] column = block.columns();
        Arrays.fill(out, 0.0);
        for (int k = block.start(i); k < block.start(i + 1); k++) {
            int v = column[k] * stride;
            axpy(block.weight(k) * dot(p, panel, v, stride), panel, v, out, stride);
        }
    }

    private static double dot(double[] a, double[] b, int bStart, int n) {
        DoubleVector sum = DoubleVector.zero(S);
        for (int l = 0; l < n; l += LANES) {
            sum = DoubleVector.fromArray(S, a, l).fma(DoubleVector.fromArray(S, b, bStart + l), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static void axpy(double c, double[] x, int xStart, double[] y, int n) {
        for (int l = 0; l < n; l += LANES) {
            DoubleVector.fromArray(S, x, xStart + l)
                    .lanewise(VectorOperators.FMA, c, DoubleVector.fromArray(S, y, l))
                    .intoArray(y, l);
        }
    }
}
