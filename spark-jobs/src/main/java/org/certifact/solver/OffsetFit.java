package org.certifact.solver;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.HeldFactor;
import org.certifact.matrix.Offsets;

/**
 * Damped row and column offsets: min Σ w (y − μ − b_i − c_j)² + κ(Σ b² + Σ c²) (Koren, Bell, Volinsky 2009), μ the weighted
 * mean. The longer side's offsets are b_i = Σ_j w (y − μ − c_j) / (κ + Σ_j w) at the others' best; what is left, in the shorter
 * side's, is solved by conjugate gradients on the driver, each step of which is one stage without a shuffle.
 */
public final class OffsetFit {
    /** Damping κ: the same for rows and columns; chosen by validation on three rating data sets. */
    private static final double DAMPING = 3.0;

    private static final int MOST_ROUNDS = 200;

    /** Rounds end when the residual of the normal equations is this share of what it was. */
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
        Side longer = Side.longer(data);
        GroupedMatrix grouped = longer.grouped(data);
        GroupedMatrix others = longer.other().grouped(data);
        HeldFactor held = held(others, shorter(grouped, others, mean));
        FactorMatrix spread = longer(grouped, held, mean);
        return longer == Side.ROWS ? new Offsets(mean, spread, held) : new Offsets(mean, held, spread);
    }

    /** The shorter side's offsets, by conjugate gradients with the diagonal κ + Σ_i w for preconditioner. */
    private static double[] shorter(GroupedMatrix grouped, GroupedMatrix others, double mean) {
        int n = others.rows();
        double[] start =
                summed(grouped, held(others, new double[n]), 2 * n, (d, panel) -> OffsetSums.start(d, mean, n));
        double[] diagonal = new double[n];
        double[] residual = new double[n];
        for (int j = 0; j < n; j++) {
            residual[j] = start[j];
            diagonal[j] = DAMPING + start[n + j];
        }
        double[] offsets = new double[n];
        double[] way = quotient(residual, diagonal);
        double size = DenseRows.inner(residual, way);
        double enough = SETTLED * SETTLED * size;
        for (int round = 0; round < MOST_ROUNDS && size > enough; round++) {
            double[] removed = summed(grouped, held(others, way), n, (d, panel) -> OffsetSums.removed(d, panel, n));
            double[] product = new double[n];
            for (int j = 0; j < n; j++) {
                product[j] = diagonal[j] * way[j] - removed[j];
            }
            double step = size / DenseRows.inner(way, product);
            for (int j = 0; j < n; j++) {
                offsets[j] += step * way[j];
                residual[j] -= step * product[j];
            }
            double[] next = quotient(residual, diagonal);
            double left = DenseRows.inner(residual, next);
            for (int j = 0; j < n; j++) {
                way[j] = next[j] + left / size * way[j];
            }
            size = left;
        }
        return offsets;
    }

    private static double[] quotient(double[] x, double[] y) {
        double[] out = new double[x.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = x[k] / y[k];
        }
        return out;
    }

    private static HeldFactor held(GroupedMatrix others, double[] values) {
        return new HeldFactor(others, new FactorBlock(values.length, 1, values.clone(), null));
    }

    /** The offset of a row whose entries have so much weight and so large a weighted sum. */
    public static double damped(double sum, double weight) {
        return sum / (DAMPING + weight);
    }

    /** What a block makes of its data and the panel of the shorter side's numbers. */
    private interface Sums extends Serializable {
        double[] of(DataBlock data, double[] panel);
    }

    private static double[] summed(GroupedMatrix grouped, HeldFactor of, int length, Sums sums) {
        double[] all = FactorMatrix.sum(
                grouped.meet(grouped.zeros(0), of, 0, (data, none, panel) -> sums.of(data, panel)), length);
        of.discard();
        return all;
    }

    /** The longer side's best offsets. */
    private static FactorMatrix longer(GroupedMatrix grouped, HeldFactor shorter, double mean) {
        JavaRDD<FactorBlock> offsets = grouped.meet(
                        grouped.zeros(0), shorter, 0, (data, none, panel) -> OffsetSums.block(data, panel, mean))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("offsets");
        Blocks.compute(offsets);
        return new FactorMatrix(offsets, 1);
    }
}
