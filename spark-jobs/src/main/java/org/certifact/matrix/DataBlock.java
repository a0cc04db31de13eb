package org.certifact.matrix;

import java.io.Serializable;
import org.certifact.linalg.block.SparseBlock;

/**
 * One block of the data as its tasks see it: the entries, and who the rows of its panel are.
 *
 * <p>The panel lists the rows of the other side that this block touches, grouped by the block that they live in; within a
 * group in the order of that block.
 */
public final class DataBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SparseBlock entries;
    private final int[] panelStart;
    private final int[] panelIndex;
    private final double[] rowWeights;
    private final double[] panelWeights;

    /**
     * @param panelStart the rows that come from block q of the other side are {@code panelStart[q] .. panelStart[q+1]-1}
     * @param panelIndex each panel row's index among all rows of the other side, or null before it is known
     * @param rowWeights d^α of each own row, or null for ones
     * @param panelWeights d^α of each panel row, or null for ones
     */
    DataBlock(SparseBlock entries, int[] panelStart, int[] panelIndex, double[] rowWeights, double[] panelWeights) {
        this.entries = entries;
        this.panelStart = panelStart;
        this.panelIndex = panelIndex;
        this.rowWeights = rowWeights;
        this.panelWeights = panelWeights;
    }

    /** The observed entries; columns are panel positions. */
    public SparseBlock entries() {
        return entries;
    }

    /** Number of own rows. */
    public int rows() {
        return entries.rows();
    }

    /** First panel row of each block of the other side. Not to be modified. */
    int[] panelStart() {
        return panelStart;
    }

    /** Index of each panel row among all rows of the other side, in block order. Not to be modified. */
    public int[] panelIndex() {
        return panelIndex;
    }

    /** Gauge weight d^α of each own row, or null for ones. Not to be modified. */
    public double[] rowWeights() {
        return rowWeights;
    }

    /** Gauge weight d^α of each panel row, or null for ones. Not to be modified. */
    public double[] panelWeights() {
        return panelWeights;
    }

    /** Gauge weight of own row i. */
    public double rowWeight(int i) {
        return rowWeights == null ? 1.0 : rowWeights[i];
    }

    /** Gauge weight of panel row k. */
    public double panelWeight(int k) {
        return panelWeights == null ? 1.0 : panelWeights[k];
    }

    /** Σ w Δ² over the entries, Δ = Σ_c left_c right_cᵀ / √(d_i^α d_j^α). @param left own rows from leftStart on × count */
    double observedSquare(double[] left, int leftStart, double[] right, int count) {
        double sum = 0;
        for (int i = 0; i < entries.rows(); i++) {
            int row = leftStart + i * count;
            for (int k = entries.start(i); k < entries.start(i + 1); k++) {
                int column = entries.columns()[k];
                double x = 0;
                for (int c = 0; c < count; c++) {
                    x += left[row + c] * right[panelIndex[column] * count + c];
                }
                sum += entries.weight(k) * x * x / (rowWeight(i) * panelWeight(column));
            }
        }
        return sum;
    }

    DataBlock withValues(double[] values) {
        return new DataBlock(entries.withValues(values), panelStart, panelIndex, rowWeights, panelWeights);
    }

    DataBlock withPanel(int[] index, double[] own, double[] panel) {
        return new DataBlock(entries, panelStart, index, own, panel);
    }
}
