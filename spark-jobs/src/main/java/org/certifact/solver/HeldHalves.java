package org.certifact.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.SquaredLoss;
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
 * found on the driver, how far to go along it, and so the gradient where it ends, by one more look at the data. So a sweep is two stages
 * without a shuffle, and reads the data by one side only; a {@link CoreStep} follows it, which looks at the data only where it
 * measures its curvature. Where the driver has the blocks at hand ({@link GroupedMatrix#present}) the first stage is the only one.
 */
public final class HeldHalves implements Halves {
    /** More rows than that are spread. */
    private static final int MOST_HELD = 1 << 15;

    private final BlockMatrix data;
    private final Side first;
    private final GroupedMatrix grouped;
    private final GroupedMatrix others;
    private final MajorizedUpdate update;
    private final CoreStep core;
    private final Lineage lineage;

    /** Of the long side's factor before the sweep. Corrected in scale, they stand for those after the first half. */
    private Leverages before;

    private BeyondSums beyond;

    HeldHalves(BlockMatrix data, double lambda, Lineage lineage) {
        this.data = data;
        this.update = new MajorizedUpdate(lambda);
        this.core = new CoreStep(lambda, CoreStep.curvature(data, new SquaredLoss()));
        this.first = Side.longer(data);
        this.grouped = first.grouped(data);
        this.others = first.other().grouped(data);
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
        before = new Leverages(GramRoot.of(own.gramPair(0, grouped), rank, MajorizedUpdate.SINGULAR), rank);
        Shared<MajorizedUpdate.EigenStep> step = share(prepare(ofSecond.gram(), rank));
        Shared<Leverages> leverages = share(before);
        int rows = others.rows();
        JavaRDD<UpdatedBlock> updated = grouped.meet(
                        own,
                        second,
                        beta,
                        (block, mine, panel) -> new BandedHalf(
                                        block, mine, panel, step.value(), leverages.value(), beta, BandedHalf.NUMBERS)
                                .updated(rows))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("factor");
        lineage.grow(updated);
        Optional<List<UpdatedBlock>> present = grouped.present(updated, rank);
        JavaRDD<double[]> parts = Blocks.map(updated, UpdatedBlock::sums);
        int length = HalfSums.length(rank) + BeyondSums.length(rows, rank);
        double[] all = present.map(blocks ->
                        FactorMatrix.sum(blocks.stream().map(UpdatedBlock::sums).toList(), length))
                .orElseGet(() -> FactorMatrix.sum(parts, length));
        NumericalBreakdown.check(all, parts, first, budget.sweeps() + 1);
        beyond = BeyondSums.behind(all, HalfSums.length(rank), rows, rank);
        HalfSums sums = new HalfSums(Arrays.copyOf(all, HalfSums.length(rank)), rank);
        FactorMatrix moved = new FactorMatrix(Blocks.map(updated, UpdatedBlock::block), rank, updated)
                .knowing(new GramPair(sums.gram(), sums.weightedGram()));
        return new Half(
                present.map(blocks -> moved.having(
                                blocks.stream().map(UpdatedBlock::block).toList()))
                        .orElse(moved),
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
        double[] traces = beyond.traces(before.stretch(gram));
        MajorizedUpdate.EigenStep step = prepare(gram, rank);
        double[] descent = step.descent(point, beyond.gradient(), weights, new double[point.length]);
        double[] direction = step.direction(descent, step.curvatures(traces, 0), weights);
        double[] curved = curved(moved.factor(), direction, rank);
        double[] lengths = step.lengths(direction, descent, rowwise(direction, curved, rank), weights);
        double[] values = point.clone();
        double[] gradient = beyond.gradient().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] += lengths[k / rank] * direction[k];
            gradient[k] -= lengths[k / rank] * curved[k];
        }
        FactorBlock next = all.moveTo(values);
        double[] used = next.at(nextBeta);
        double[] sums = HalfSums.pack(
                0.5 * beyond.squares(),
                beyond.squares(),
                DenseRows.squaredNorm(point, rows, rank, weights),
                all.turn(point, next),
                DenseRows.gram(used, rows, rank, null),
                DenseRows.gram(used, rows, rank, weights),
                new double[rank * rank],
                DenseRows.cross(gradient, rank, values, rank, rows, null));
        NumericalBreakdown.check(sums, first.other(), budget.sweeps() + 1);
        return new Half(new HeldFactor(others, next), new HalfSums(sums, rank));
    }

    @Override
    public Factors settle(Factors factors, double gap) {
        FactorMatrix own = first.factor(factors);
        HeldFactor other = (HeldFactor) first.other().factor(factors);
        return core.from(factors, data, gap, change -> squares(own, other, change));
    }

    /** Σ_i w (u_i·d_j) u_i of every held row: what the gradient loses along the direction. */
    private double[] curved(FactorMatrix moved, double[] direction, int rank) {
        int rows = others.rows();
        HeldFactor ways = new HeldFactor(others, new FactorBlock(rows, rank, direction, null));
        double[] sums = grouped.sum(moved, ways, rows * rank, (block, mine, panel) -> {
            double[] curved = new double[panel.length];
            Kernels.best().panelNormal(block.entries(), mine.values(), panel, rank, curved);
            return block.placed(curved, Kernels.best().stride(rank), rank, rows);
        });
        ways.discard();
        return sums;
    }

    /** Σ w (u_i C v_jᵀ)². @param change C */
    private double squares(FactorMatrix own, HeldFactor other, double[] change) {
        int rank = own.rank();
        double[] held = other.all().values();
        double[] direction = first == Side.ROWS
                ? DenseRows.timesTransposed(held, others.rows(), change, rank, rank)
                : DenseRows.times(held, others.rows(), rank, change, rank);
        HeldFactor ways = new HeldFactor(others, new FactorBlock(others.rows(), rank, direction, null));
        double sum = grouped.sum(own, ways, 1, (block, mine, panel) -> {
            double[] images = new double[block.rows()];
            Kernels.best().imageSquares(block.entries(), mine.values(), panel, rank, images);
            return new double[] {Arrays.stream(images).sum()};
        })[0];
        ways.discard();
        return sum;
    }

    /** x_j·y_j of every row. */
    private static double[] rowwise(double[] x, double[] y, int rank) {
        double[] inner = new double[x.length / rank];
        for (int k = 0; k < x.length; k++) {
            inner[k / rank] += x[k] * y[k];
        }
        return inner;
    }

    private MajorizedUpdate.EigenStep prepare(double[] gram, int rank) {
        return update.prepare(gram, rank, data.totals().largestWeight());
    }

    private <T> Shared<T> share(T value) {
        return Shared.of(grouped.blocks(), value);
    }
}
