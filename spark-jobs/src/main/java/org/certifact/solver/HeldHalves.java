package org.certifact.solver;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GramPair;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.HeldFactor;
import org.certifact.matrix.Shared;

/**
 * Halves where one side has few rows, for the squared loss on listed cells. The driver holds that side's factor. The long
 * side moves first, and the blocks send back with their sums the gradient that the other side has then; its direction is
 * found on the driver, how far to go along it by one more stage. So a sweep is two stages without a shuffle, and reads the
 * data by one side only.
 */
public final class HeldHalves implements Halves {
    /** More rows than that are spread. */
    private static final int MOST_HELD = 1 << 15;

    private final BlockMatrix data;
    private final Side first;
    private final GroupedMatrix grouped;
    private final GroupedMatrix others;
    private final MajorizedUpdate update;
    private final Lineage lineage;
    /** Of the long side's factor before the sweep. Its leverages, corrected in scale, stand for those after the first half. */
    private MajorizedUpdate.EigenStep before;

    private BeyondSums beyond;

    HeldHalves(BlockMatrix data, MajorizedUpdate update, Lineage lineage) {
        this.data = data;
        this.first = Side.longer(data);
        this.grouped = first.grouped(data);
        this.others = first.other().grouped(data);
        this.update = update;
        this.lineage = lineage;
    }

    static boolean suit(BlockMatrix data) {
        return suit(data.byRows().rows(), data.byColumns().rows());
    }

    /**
     * Whether the driver holds the factor of the shorter side: by its length alone, so that the answer does not depend on the
     * number of blocks. What travels are its rows and as many sums for each block; to ship the rows needed would take more.
     */
    public static boolean suit(long rows, long columns) {
        return Math.min(rows, columns) <= MOST_HELD;
    }

    /** The same factors, the shorter one held. @param factors taken over */
    static Factors hold(Factors factors, BlockMatrix data) {
        Side longer = Side.longer(data);
        FactorMatrix spread = longer.other().factor(factors);
        FactorMatrix held = HeldFactor.of(spread, longer.other().grouped(data));
        spread.unpersist();
        return longer.factors(factors, longer.factor(factors), held, factors.momentum());
    }

    @Override
    public Side first() {
        return first;
    }

    @Override
    public Factors place(Factors start) {
        return hold(start, data);
    }

    @Override
    public HalfSums ofSecond(FactorMatrix second, double beta) {
        return HalfSums.start(second.gramPair(beta, others), second.rank());
    }

    @Override
    public Half moveFirst(FactorMatrix own, FactorMatrix second, double beta, HalfSums ofSecond, Budget budget) {
        int rank = own.rank();
        if (before == null) {
            before = prepare(own.gramPair(0, grouped), rank);
        }
        Broadcast<MajorizedUpdate.EigenStep> step = share(prepare(ofSecond.gram(), rank));
        Broadcast<MajorizedUpdate.EigenStep> leverages = share(before);
        int rows = others.rows();
        JavaRDD<UpdatedBlock> updated = grouped.meet(
                        own,
                        second,
                        beta,
                        (block, mine, panel) -> UpdatedBlock.withBeyond(
                                block, mine, panel, step.value(), leverages.value(), beta, rows))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("factor");
        lineage.grow(updated);
        JavaRDD<double[]> parts = Blocks.map(updated, UpdatedBlock::sums);
        double[] all = FactorMatrix.sum(parts, HalfSums.length(rank) + BeyondSums.length(rows, rank));
        NumericalBreakdown.check(all, parts, first, budget.sweeps() + 1);
        beyond = BeyondSums.behind(all, HalfSums.length(rank), rows, rank);
        HalfSums sums = new HalfSums(Arrays.copyOf(all, HalfSums.length(rank)), rank);
        return new Half(
                new FactorMatrix(Blocks.map(updated, UpdatedBlock::block), rank, updated)
                        .knowing(new GramPair(sums.gram(), sums.weightedGram())),
                sums);
    }

    @Override
    public Half moveSecond(Half moved, FactorMatrix second, double beta, double nextBeta, Budget budget) {
        int rank = second.rank();
        int rows = others.rows();
        double[] weights = others.weights();
        FactorBlock all = ((HeldFactor) second).all();
        double[] point = all.at(beta);
        double[] gram = moved.sums().gram();
        double[] bounds = beyond.bounds(data.totals().largestWeight(), before.stretch(gram));
        before = prepare(gram, rank);
        double[] descent = before.descent(point, beyond.gradient(), weights);
        double[] direction = before.direction(descent, bounds, weights);
        double[] image = images(moved.factor(), direction, rank);
        FactorBlock next = all.moveTo(before.along(point, direction, descent, image, weights));
        double[] used = next.at(nextBeta);
        double[] sums = HalfSums.pack(
                0.5 * beyond.squares(),
                beyond.squares(),
                DenseRows.squaredNorm(point, rows, rank, weights),
                all.turn(point, next),
                DenseRows.gram(used, rows, rank, null),
                DenseRows.gram(used, rows, rank, weights),
                new double[rank * rank],
                DenseRows.cross(beyond.gradient(), rank, point, rank, rows, null));
        NumericalBreakdown.check(sums, first.other(), budget.sweeps() + 1);
        return new Half(new HeldFactor(others, next), new HalfSums(sums, rank));
    }

    /** Σ_i w (u_i·d_j)² of every held row. */
    private double[] images(FactorMatrix moved, double[] direction, int rank) {
        int rows = others.rows();
        HeldFactor ways = new HeldFactor(others, new FactorBlock(rows, rank, direction, null));
        double[] squares = FactorMatrix.sum(
                grouped.meet(moved, ways, 0, (block, mine, panel) -> {
                    double[] images = new double[block.panelRows()];
                    Kernels.best().panelImageSquares(block.entries(), mine.values(), panel, rank, images);
                    return block.placed(images, 1, 1, rows);
                }),
                rows);
        ways.discard();
        return squares;
    }

    private MajorizedUpdate.EigenStep prepare(double[] gram, int rank) {
        return update.prepare(gram, rank, data.totals().largestWeight());
    }

    private Broadcast<MajorizedUpdate.EigenStep> share(MajorizedUpdate.EigenStep step) {
        return Shared.broadcast(grouped.blocks(), step);
    }
}
