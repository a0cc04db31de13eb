package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.Loss;

/**
 * The negative gradient of one block, G = −w ∂ℓ/∂x at X = UVᵀ on its entries, scaled to coordinates in which the gauges are plain ℓ₂ norms:
 * ĝ = g / √(d_i^α d_j^α).
 */
final class ResidualBlock implements BlockOperator, Serializable {
    private static final long serialVersionUID = 1L;

    /** How much faster a matrix product is than scattered products, flop by flop: measured, 9 to 12. */
    private static final double DENSE_ADVANTAGE = 10;

    /** Columns up to which products take them as they are: see {@code SparseProducts}. */
    private static final int FEW = 4;

    private final DataBlock data;
    private final SparseBlock gradient;
    private final double[] sums;

    private ResidualBlock(DataBlock data, double[] gradient, double[] sums) {
        this.data = data;
        this.gradient = data.entries().withValues(gradient);
        this.sums = sums;
    }

    static ResidualBlock of(DataBlock data, Loss loss, FactorBlock own, double[] panel) {
        SparseBlock entries = data.entries();
        double[] e = new double[entries.entries()];
        Kernels.best().residual(entries, own.values(), panel, own.rank(), e);
        double[] rowScale = data.rowScales();
        double[] panelScale = data.panelScales();
        int[] column = entries.columns();
        double value = 0;
        double linear = 0;
        double quadratic = 0;
        double scaled = 0;
        double steepest = 0;
        for (int s = 0; s < entries.segments(); s++) {
            double scale = rowScale[entries.row(s)];
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double y = entries.values()[k];
                double x = y - e[k];
                double slope = loss.derivative(y, x);
                double g = -entries.weight(k) * slope;
                value += entries.weight(k) * loss.value(y, x);
                linear += g * y;
                quadratic -= g * slope;
                steepest = Math.max(steepest, Math.abs(slope));
                e[k] = g * scale * panelScale[column[k]];
                scaled += e[k] * e[k];
            }
        }
        return new ResidualBlock(data, e, new double[] {value, linear, quadratic, scaled, steepest});
    }

    /**
     * The sparse part S of G = S − UVᵀ, where cells that are not listed are zeros of weight 1: s = w(y − x) + x. Its sums
     * are ½Σ(w(y − x)² − x²), Σ w(y − x)y and ‖Ŝ‖² over the listed cells.
     */
    static ResidualBlock beside(DataBlock data, FactorBlock own, double[] panel) {
        SparseBlock entries = data.entries();
        double[] e = new double[entries.entries()];
        Kernels.best().residual(entries, own.values(), panel, own.rank(), e);
        double[] rowScale = data.rowScales();
        double[] panelScale = data.panelScales();
        int[] column = entries.columns();
        double value = 0;
        double linear = 0;
        double scaled = 0;
        for (int s = 0; s < entries.segments(); s++) {
            double scale = rowScale[entries.row(s)];
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double y = entries.values()[k];
                double x = y - e[k];
                double we = entries.weight(k) * e[k];
                value += 0.5 * (we * e[k] - x * x);
                linear += we * y;
                e[k] = (we + x) * scale * panelScale[column[k]];
                scaled += e[k] * e[k];
            }
        }
        return new ResidualBlock(data, e, new double[] {value, linear, scaled});
    }

    /** D^{-α/2} times rows of a factor that belong to the block. */
    FactorBlock scaled(FactorBlock own) {
        return data.scaled(own);
    }

    /** −Σ w ℓ*(y, −s g/w). */
    double dual(Loss loss, double s) {
        SparseBlock entries = data.entries();
        double sum = 0;
        for (int t = 0; t < entries.segments(); t++) {
            int i = entries.row(t);
            for (int k = entries.start(t); k < entries.start(t + 1); k++) {
                double w = entries.weight(k);
                double scale = Math.sqrt(data.rowWeight(i) * data.panelWeight(entries.columns()[k]));
                sum -= w * loss.conjugate(entries.values()[k], -s * gradient.values()[k] * scale / w);
            }
        }
        return sum;
    }

    /** Σ w ℓ, ⟨G, Y⟩, Σ g²/w and ‖Ĝ‖² over the block, then max |g|/w. Not to be modified. */
    double[] sums() {
        return sums;
    }

    /** Ĝ x for the block's rows. */
    @Override
    public double[] apply(double[] x, int count) {
        int width = width(count);
        double[] y = new double[data.rows() * width];
        Kernels.best().addTimes(gradient, data.gather(x, count, width), width, y);
        return width == count ? y : DenseRows.leading(y, data.rows(), width, count);
    }

    /** Adds Ĝᵀ y of the block's rows to x. @param y rows × count @param x all rows of the other side × count. Modified. */
    @Override
    public void addTranspose(double[] y, int count, double[] x) {
        double[] panel = new double[data.panelRows() * count];
        Kernels.best().addTransposeTimes(gradient, y, count, panel);
        data.scatter(panel, count, count, x);
    }

    @Override
    public void addGramTimes(double[] x, int count, double[] out) {
        int width = width(count);
        double[] panel = new double[data.panelRows() * width];
        Kernels.best().addGramTimes(gradient, data.gather(x, count, width), width, panel);
        data.scatter(panel, width, count, out);
    }

    /** Whole vectors of the processor's, where there are more columns than can be multiplied as fast without them. */
    private static int width(int count) {
        return count <= FEW ? count : Kernels.best().stride(count);
    }

    /** {@link #sums()}, then the {@link UpperTriangle} of the block's part of ĜᵀĜ where n is not 0. */
    double[] sumsAndGram(int n) {
        if (n == 0) {
            return sums;
        }
        double[] gram = gram(n);
        double[] both = Arrays.copyOf(sums, sums.length + gram.length);
        System.arraycopy(gram, 0, both, sums.length, gram.length);
        return both;
    }

    @Override
    public void addGram(double[] gram, int n) {
        if (paysDense(n)) {
            Tiles.of(n, data.rows()).forEach(data.rows(), (from, to, tile) -> {
                gradient.addRows(from, to, data.panelIndex(), n, tile);
                DenseRows.addGram(tile, to - from, n, gram);
            });
        } else {
            gradient.addGram(data.panelIndex(), n, gram);
        }
    }

    /** Whether zeros multiplied by a matrix product cost less than the entries' products one by one. */
    private boolean paysDense(int n) {
        double pairs = 0;
        for (int i = 0; i < gradient.rows(); i++) {
            pairs += (double) gradient.count(i) * gradient.count(i);
        }
        return (double) n * n * gradient.rows() < DENSE_ADVANTAGE * pairs;
    }
}
