package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GramPair;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.Shared;

/**
 * Halves of which both factors are spread over the executors: each is one Spark job, which ships the rows needed, updates,
 * and returns {@link HalfSums}.
 */
final class SpreadHalves implements Halves {
    private final BlockMatrix data;
    private final Loss loss;
    private final RowUpdate update;
    private final Lineage lineage;

    SpreadHalves(BlockMatrix data, Loss loss, RowUpdate update, Lineage lineage) {
        this.data = data;
        this.loss = loss;
        this.update = update;
        this.lineage = lineage;
    }

    @Override
    public Side first() {
        return Side.ROWS;
    }

    @Override
    public Factors place(Factors start) {
        return start;
    }

    @Override
    public HalfSums ofSecond(FactorMatrix second, double beta) {
        return HalfSums.start(second.gramPair(beta, data.byColumns()), second.rank());
    }

    @Override
    public Half moveFirst(FactorMatrix first, FactorMatrix second, double beta, HalfSums ofSecond, Budget budget) {
        return half(Side.ROWS, first, beta, second, beta, ofSecond.gram(), 0, budget);
    }

    @Override
    public Half moveSecond(Half first, FactorMatrix second, double beta, double nextBeta, Budget budget) {
        return half(Side.COLUMNS, second, beta, first.factor(), 0, first.sums().gram(), nextBeta, budget);
    }

    private Half half(
            Side side,
            FactorMatrix own,
            double beta,
            FactorMatrix other,
            double otherBeta,
            double[] gram,
            double nextBeta,
            Budget budget) {
        int rank = own.rank();
        GroupedMatrix grouped = side.grouped(data);
        Shared<RowUpdate.Step> step = Shared.of(
                grouped.blocks(),
                update.prepare(gram, rank, loss.curvature() * data.totals().largestWeight()));
        Loss measure = loss;
        JavaRDD<UpdatedBlock> updated = grouped.meet(
                        own,
                        other,
                        otherBeta,
                        (block, rows, panel) ->
                                UpdatedBlock.of(block, measure, rows, panel, step.value(), beta, nextBeta))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("factor");
        lineage.grow(updated);
        JavaRDD<double[]> parts = Blocks.map(updated, UpdatedBlock::sums);
        double[] sums = FactorMatrix.sum(parts, HalfSums.length(rank));
        NumericalBreakdown.check(sums, parts, side, budget.sweeps() + 1);
        HalfSums halfSums = new HalfSums(sums, rank);
        FactorMatrix next = new FactorMatrix(Blocks.map(updated, UpdatedBlock::block), rank, updated);
        return new Half(
                nextBeta == 0 ? next.knowing(new GramPair(halfSums.gram(), halfSums.weightedGram())) : next, halfSums);
    }
}
