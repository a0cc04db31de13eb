package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;

/** What a block of the longer side's rows adds to the equations of {@link OffsetFit}. */
final class OffsetSums {
    private OffsetSums() {}

    /** The offsets of the block's rows, the others' being given. @param panel c of the panel rows */
    static FactorBlock block(DataBlock data, double[] panel, double mean) {
        double[] offsets = rows(data.entries(), panel, 1, mean);
        return new FactorBlock(offsets.length, 1, offsets, null);
    }

    /**
     * The right side of the shorter side's equations and their weights.
     *
     * @param n rows of the shorter side
     * @return Σ_i w (y − μ − b_i), b_i where that side has no offsets; then Σ_i w
     */
    static double[] start(DataBlock data, double mean, int n) {
        SparseBlock entries = data.entries();
        double[] offset = rows(entries, new double[entries.panelRows()], 1, mean);
        double[] sum = new double[2 * entries.panelRows()];
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double w = entries.weight(k);
                sum[2 * entries.columns()[k]] += w * (entries.values()[k] - mean - offset[i]);
                sum[2 * entries.columns()[k] + 1] += w;
            }
        }
        return DenseRows.transposed(data.placed(sum, 2, 2, n), n, 2);
    }

    /** Σ_i w t_i of the shorter side's n rows, t_i = Σ_j w p_j / (κ + Σ_j w) being what the longer side takes up. @param panel p */
    static double[] removed(DataBlock data, double[] panel, int n) {
        SparseBlock entries = data.entries();
        double[] left = rows(entries, panel, 0, 0);
        double[] sum = new double[entries.panelRows()];
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                sum[entries.columns()[k]] -= entries.weight(k) * left[i];
            }
        }
        return data.placed(sum, 1, 1, n);
    }

    /** Σ_j w (a (y − μ) − p_j) / (κ + Σ_j w) of every row. @param a 1, or 0 for values that are all μ */
    private static double[] rows(SparseBlock entries, double[] panel, int a, double mean) {
        int stride = entries.panelRows() == 0 ? 1 : panel.length / entries.panelRows();
        double[] sum = new double[entries.rows()];
        double[] weights = new double[entries.rows()];
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double w = entries.weight(k);
                sum[i] += w * (a * (entries.values()[k] - mean) - panel[entries.columns()[k] * stride]);
                weights[i] += w;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = OffsetFit.damped(sum[i], weights[i]);
        }
        return sum;
    }
}
