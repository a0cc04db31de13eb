package org.certifact.matrix;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.DenseRows;

/**
 * A factor with few rows, all of which the driver holds: what is small is done there, and tasks that need the rows take
 * them along, so that nothing is shuffled.
 */
public final class HeldFactor extends FactorMatrix {
    private final GroupedMatrix group;
    private final FactorBlock all;
    private final Spread spread;

    /**
     * @param group what the rows belong to
     * @param all all rows, in block order
     */
    public HeldFactor(GroupedMatrix group, FactorBlock all) {
        this(group, all, new Spread(group, all));
    }

    private HeldFactor(GroupedMatrix group, FactorBlock all, Spread spread) {
        super(spread::blocks, all.rank());
        this.group = group;
        this.all = all;
        this.spread = spread;
    }

    /** A factor's rows and steps brought to the driver, where they are not there yet. */
    public static HeldFactor of(FactorMatrix factor, GroupedMatrix group) {
        if (factor instanceof HeldFactor held) {
            return held;
        }
        if (factor.rank() == 0) {
            return new HeldFactor(group, FactorBlock.zeros(group.rows(), 0));
        }
        double[] wide = factor.widened().collect();
        return new HeldFactor(group, new FactorBlock(group.rows(), 2 * factor.rank(), wide, null).narrowed());
    }

    /** All rows, with the step that led to them. */
    public FactorBlock all() {
        return all;
    }

    /** The rows for tasks to take along. */
    Shared<FactorBlock> shared() {
        return spread.shared();
    }

    /** Takes back from the executors what they were sent. Nothing that is still to be computed may need it. */
    public void discard() {
        spread.discard();
    }

    private HeldFactor with(FactorBlock other) {
        return new HeldFactor(group, other);
    }

    @Override
    public FactorMatrix keep(String name) {
        return with(all.still());
    }

    @Override
    public FactorMatrix widened() {
        return with(all.widened());
    }

    @Override
    public FactorMatrix narrowed(String name) {
        return with(all.narrowed());
    }

    @Override
    public FactorMatrix fork() {
        return this;
    }

    @Override
    public void unpersist() {
        // nothing is kept outside the driver
    }

    @Override
    public FactorMatrix times(double[] matrix, int columns) {
        return with(all.times(matrix, columns));
    }

    @Override
    public double[] gramPair(double beta, GroupedMatrix same) {
        double[] point = all.at(beta);
        int size = rank() * rank();
        double[] both = Arrays.copyOf(DenseRows.gram(point, all.rows(), rank(), null), 2 * size);
        System.arraycopy(DenseRows.gram(point, all.rows(), rank(), group.weights()), 0, both, size, size);
        return both;
    }

    @Override
    double[] weightedGram(GroupedMatrix same) {
        return DenseRows.gram(all.values(), all.rows(), rank(), group.weights());
    }

    @Override
    boolean cheapGram() {
        return true;
    }

    @Override
    public FactorMatrix appendScaled(GroupedMatrix same, double[] columns, int count) {
        return with(all.append(unscaled(columns, count), count));
    }

    @Override
    FactorMatrix over(GroupedMatrix same) {
        return with(new FactorBlock(all.rows(), rank(), unscaled(all.values(), rank()), null));
    }

    @Override
    public double[] collect() {
        return all.values().clone();
    }

    /** D^{-α/2} times columns. */
    private double[] unscaled(double[] columns, int count) {
        double[] weights = group.weights();
        double[] out = columns.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] /= Math.sqrt(weights[k / count]);
        }
        return out;
    }

    /** The rows on their way to the executors, once somebody asks. */
    private static final class Spread {
        private final GroupedMatrix group;
        private final FactorBlock all;
        private Shared<FactorBlock> shared;

        Spread(GroupedMatrix group, FactorBlock all) {
            this.group = group;
            this.all = all;
        }

        Shared<FactorBlock> shared() {
            if (shared == null) {
                shared = Shared.of(group.blocks(), all);
            }
            return shared;
        }

        void discard() {
            if (shared != null) {
                shared.discard();
            }
        }

        JavaRDD<FactorBlock> blocks() {
            Shared<FactorBlock> everyone = shared();
            int[] offsets = group.offsets();
            return Blocks.map(group.numbers(), p -> everyone.value().part(offsets[p], offsets[p + 1]));
        }
    }
}
