package org.certifact.matrix;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.kernel.Kernels;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import scala.Tuple2;

/**
 * Entries that training did not see, placed beside the factors that predict them. An entry of a row or column that
 * training did not have is predicted by the offsets that are known.
 */
public final class HeldOut {
    private final GroupedMatrix grouped;
    private final long entries;

    private HeldOut(GroupedMatrix grouped, long entries) {
        this.grouped = grouped;
        this.entries = entries;
    }

    /** Selects held-out entries of a table with the same blocks as the training matrix. */
    public static HeldOut build(EntryTable table, Selection selection, BlockMatrix training) {
        int rowBlocks = table.rowBlocks();
        int columnBlocks = table.columnBlocks();
        JavaRDD<RawRows> rows = table.chunks()
                .zipPartitions(
                        training.rowIds(),
                        (chunks, ids) ->
                                List.of(new Tuple2<>(chunks.next(), ids.next())).iterator())
                .mapPartitionsWithIndex(
                        (p, part) -> {
                            Tuple2<SortedChunk, String[]> pair = part.next();
                            return List.of(RawRows.select(p, pair._1(), selection, columnBlocks, pair._2()))
                                    .iterator();
                        },
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<Routes> routes = rows.mapPartitionsWithIndex(
                        (p, part) -> {
                            RawRows raw = part.next();
                            return java.util.stream.IntStream.range(0, columnBlocks)
                                    .mapToObj(q -> new Tuple2<>(q, new Tuple2<>(p, raw.neededFrom(q))))
                                    .iterator();
                        },
                        true)
                .mapToPair(t -> t)
                .partitionBy(new BlockPartitioner(columnBlocks))
                .values()
                .zipPartitions(training.columnIds(), (inbox, ids) -> {
                    String[] mine = ids.next();
                    Iterable<Tuple2<Integer, String[]>> asked = () -> inbox;
                    Map<Integer, int[]> needed = StreamSupport.stream(asked.spliterator(), false)
                            .collect(Collectors.toMap(Tuple2::_1, t -> Routes.locate(t._2(), mine)));
                    return List.of(needed).iterator();
                })
                .mapPartitionsWithIndex(
                        (q, part) -> {
                            Map<Integer, int[]> needed = part.next();
                            int[][] all = new int[rowBlocks][0];
                            needed.forEach((p, local) -> all[p] = local);
                            return List.of(new Routes(q, all)).iterator();
                        },
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Blocks.compute(routes);
        GroupedMatrix grouped = new GroupedMatrix(null, routes, new int[rowBlocks + 1])
                .withBlocks(Blocks.map(rows, RawRows::data), "held out");
        long entries = Totals.of(grouped.blocks()).entries();
        rows.unpersist(false);
        return new HeldOut(grouped, entries);
    }

    /** Number of held-out entries. */
    public long entries() {
        return entries;
    }

    /** The same entries less the offsets of the training data. */
    public HeldOut minus(Offsets offsets) {
        double mean = offsets.mean();
        GroupedMatrix centred = grouped.withBlocks(
                grouped.meet(
                        padded(offsets.rows()),
                        spread(offsets.columns()),
                        0,
                        (d, own, panel) -> Offsets.subtract(mean, d, own, panel)),
                "centred held out");
        Blocks.compute(centred.blocks());
        grouped.blocks().unpersist(false);
        return new HeldOut(centred, entries);
    }

    /** Root mean squared error of the prediction u·v, entries weighted; NaN without entries. */
    public double rootMeanSquaredError(FactorMatrix u, FactorMatrix v) {
        return errors(u, v, new SquaredLoss()).rootMeanSquare();
    }

    /** Errors of the prediction u·v. */
    public PredictionErrors errors(FactorMatrix u, FactorMatrix v, Loss loss) {
        int rank = u.rank();
        double[] sums = BlockSums.of(
                grouped.meet(padded(u), spread(v), 0, (data, own, panel) -> {
                    double[] residual = new double[data.entries().entries()];
                    Kernels.best().residual(data.entries(), own.values(), panel, rank, residual);
                    double[] sum = new double[5];
                    for (int k = 0; k < residual.length; k++) {
                        double w = data.entries().weight(k);
                        double y = data.entries().values()[k];
                        double x = y - residual[k];
                        sum[0] += w;
                        sum[1] += w * residual[k] * residual[k];
                        sum[2] += w * Math.abs(residual[k]);
                        sum[3] += w * loss.value(y, x);
                        sum[4] += y > 0 == x > 0 ? 0 : w;
                    }
                    return sum;
                }),
                5);
        return new PredictionErrors(
                Math.sqrt(sums[1] / sums[0]), sums[2] / sums[0], sums[3] / sums[0], sums[4] / sums[0]);
    }

    /** Lets go of the blocks. */
    public void unpersist() {
        grouped.blocks().unpersist(false);
    }

    /** To be shipped by the routes: of rows held out the blocks know where they come from, not their numbers. */
    private static FactorMatrix spread(FactorMatrix factor) {
        return new FactorMatrix(factor.blocks(), factor.rank());
    }

    private static FactorMatrix padded(FactorMatrix factor) {
        return new FactorMatrix(Blocks.map(factor.blocks(), FactorBlock::withZeroRow), factor.rank());
    }
}
