package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.Offsets;

/**
 * Damped row and column offsets: min Σ w (y − μ − b_i − c_j)² + κ(Σ b² + Σ c²) by alternating exact steps,
 * b_i = Σ_j w (y − μ − c_j) / (κ + Σ_j w) (Koren, Bell, Volinsky 2009). μ is the weighted mean.
 */
public final class OffsetFit {
    /** Damping κ: the same for rows and columns; chosen by validation on three rating data sets. */
    private static final double DAMPING = 3.0;

    private static final int MOST_ROUNDS = 50;

    /** Rounds end when the sum of squared offsets changes by less than this share. */
    private static final double SETTLED = 1e-8;

    private OffsetFit() {}

    /** No offsets but the mean. */
    public static Offsets mean(BlockMatrix data) {
        return new Offsets(
                data.totals().mean(), data.byRows().zeros(1), data.byColumns().zeros(1));
    }

    /** The mean and damped offsets of all rows and columns. */
    public static Offsets biases(BlockMatrix data) {
        double mean = data.totals().mean();
        FactorMatrix b = data.byRows().zeros(1);
        FactorMatrix c = data.byColumns().zeros(1);
        double before = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            FactorMatrix nextB = half(data.byRows(), c, mean);
            FactorMatrix nextC = half(data.byColumns(), nextB, mean);
            double size = nextB.gramPair(0, data.byRows())[0] + nextC.gramPair(0, data.byColumns())[0];
            b = nextB;
            c = nextC;
            if (Math.abs(size - before) <= SETTLED * size) {
                break;
            }
            before = size;
        }
        return new Offsets(mean, b, c);
    }

    /** The offset of a row whose entries have so much weight and so large a weighted sum. */
    public static double damped(double sum, double weight) {
        return sum / (DAMPING + weight);
    }

    private static FactorMatrix half(GroupedMatrix grouped, FactorMatrix other, double mean) {
        // not this side's last offsets, which are not needed: a task would carry all rounds before
        FactorMatrix none = grouped.zeros(0);
        JavaRDD<FactorBlock> next = grouped.meet(none, other, 0, (data, block, panel) -> update(data, panel, mean))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("offsets");
        return new FactorMatrix(next, 1);
    }

    private static FactorBlock update(DataBlock data, double[] panel, double mean) {
        SparseBlock entries = data.entries();
        int stride = entries.panelRows() == 0 ? 1 : panel.length / entries.panelRows();
        double[] offset = new double[entries.rows()];
        double[] weights = new double[entries.rows()];
        for (int s = 0; s < entries.segments(); s++) {
            int i = entries.row(s);
            for (int k = entries.start(s); k < entries.start(s + 1); k++) {
                double w = entries.weight(k);
                offset[i] += w * (entries.values()[k] - mean - panel[entries.columns()[k] * stride]);
                weights[i] += w;
            }
        }
        for (int i = 0; i < offset.length; i++) {
            offset[i] = damped(offset[i], weights[i]);
        }
        return new FactorBlock(offset.length, 1, offset, null);
    }
}
