package org.certifact.matrix;

import dev.ludovic.netlib.blas.BLAS;
import java.io.Serializable;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernels;

/**
 * The gradient of one block, G = w(Y − UVᵀ) on its entries, scaled to coordinates in which the gauges are plain ℓ₂ norms:
 * ĝ = g / √(d_i^α d_j^α).
 */
final class ResidualBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How much faster a matrix product is than scattered products, flop by flop: measured, 20 to 40. */
    private static final double DENSE_ADVANTAGE = 20;

    private final DataBlock data;
    private final double[] gradient;
    private final double[] sums;

    private ResidualBlock(DataBlock data, double[] gradient, double[] sums) {
        this.data = data;
        this.gradient = gradient;
        this.sums = sums;
    }

    static ResidualBlock of(DataBlock data, FactorBlock own, double[] panel) {
        SparseBlock entries = data.entries();
        double[] e = new double[entries.entries()];
        Kernels.best().residual(entries, own.values(), panel, own.rank(), e);
        double linear = 0;
        double quadratic = 0;
        double scaled = 0;
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double g = entries.weight(k) * e[k];
                linear += g * entries.values()[k];
                quadratic += g * e[k];
                e[k] = g / Math.sqrt(data.rowWeight(i) * data.panelWeight(entries.columns()[k]));
                scaled += e[k] * e[k];
            }
        }
        return new ResidualBlock(data, e, new double[] {linear, quadratic, scaled});
    }

    /** ⟨G, Y⟩, Σ g²/w and ‖Ĝ‖² over the block. Not to be modified. */
    double[] sums() {
        return sums;
    }

    /** Ĝ x for the block's rows. @param x all rows of the other side × count @return rows × count */
    double[] apply(double[] x, int count) {
        double[] y = new double[data.rows() * count];
        Kernels.best().addTimes(data.entries(), gradient, data.panelIndex(), x, count, count, y);
        return y;
    }

    /** Adds Ĝᵀ y of the block's rows to x. @param y rows × count @param x all rows of the other side × count. Modified. */
    void addTranspose(double[] y, int yStart, int count, double[] x) {
        Kernels.best().addTransposeTimes(data.entries(), gradient, data.panelIndex(), y, yStart, count, x);
    }

    /** Adds the block's part of ĜᵀĜ. @param gram n × n. Modified. */
    void addGram(double[] gram, int n) {
        if (paysDense(n)) {
            Tiles.of(n, data.rows()).forEach(data.rows(), (from, to, tile) -> {
                fill(from, to, tile, n);
                BLAS.getInstance().dgemm("N", "T", n, n, to - from, 1.0, tile, n, tile, n, 1.0, gram, n);
            });
        } else {
            addOuterProducts(gram, n);
        }
    }

    /** Whether zeros multiplied by a matrix product cost less than the entries' products one by one. */
    private boolean paysDense(int n) {
        SparseBlock entries = data.entries();
        double pairs = 0;
        for (int i = 0; i < entries.rows(); i++) {
            pairs += (double) entries.count(i) * entries.count(i);
        }
        return (double) n * n * entries.rows() < DENSE_ADVANTAGE * pairs;
    }

    /** The rows from .. to-1 of Ĝ, dense. @param tile (to − from) × n, zero before. Modified. */
    private void fill(int from, int to, double[] tile, int n) {
        SparseBlock entries = data.entries();
        int[] index = data.panelIndex();
        for (int t = 0; t < entries.tiles(); t++) {
            for (int i = from; i < to; i++) {
                int s = entries.segment(t, i);
                for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                    tile[(i - from) * n + index[entries.columns()[k]]] = gradient[k];
                }
            }
        }
    }

    private void addOuterProducts(double[] gram, int n) {
        SparseBlock entries = data.entries();
        int[] index = data.panelIndex();
        for (int s = 0; s < entries.segments(); s++) {
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                int row = index[entries.columns()[k]] * n;
                for (int tile = 0; tile < entries.tiles(); tile++) {
                    addScaled(gradient[k], entries.segment(tile, entries.row(s)), row, gram);
                }
            }
        }
    }

    /** Adds g times a segment of Ĝ to the row of the Gram matrix that begins at start. */
    private void addScaled(double g, int segment, int start, double[] gram) {
        SparseBlock entries = data.entries();
        int[] index = data.panelIndex();
        for (int k = entries.start(segment); k < entries.start(segment + 1); k++) {
            gram[start + index[entries.columns()[k]]] += g * gradient[k];
        }
    }
}
