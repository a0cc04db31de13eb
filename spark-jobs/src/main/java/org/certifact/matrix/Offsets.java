package org.certifact.matrix;

import org.certifact.linalg.block.SparseBlock;

/**
 * What is subtracted from every value before factorizing: a constant, and an offset for each row and each column.
 *
 * @param mean the constant μ
 * @param rows b, a factor of rank 1
 * @param columns c, a factor of rank 1
 */
public record Offsets(double mean, FactorMatrix rows, FactorMatrix columns) {

    /** Whether it is known that nothing but the constant is subtracted. */
    boolean constant() {
        return rows instanceof ZeroFactor && columns instanceof ZeroFactor;
    }

    /** The values y − μ − b_i − c_j of a block. @param panel c of the panel rows */
    static DataBlock subtract(double mean, DataBlock data, FactorBlock own, double[] panel) {
        SparseBlock entries = data.entries();
        int stride = entries.panelRows() == 0 ? 1 : panel.length / entries.panelRows();
        double[] values = new double[entries.entries()];
        for (int s = 0; s < entries.segments(); s++) {
            double offset = mean + own.values()[entries.row(s)];
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                values[k] = entries.values()[k] - offset - panel[entries.columns()[k] * stride];
            }
        }
        return data.withValues(values);
    }
}
