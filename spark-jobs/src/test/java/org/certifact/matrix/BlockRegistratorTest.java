package org.certifact.matrix;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;
import org.certifact.datasets.DenseRow;
import org.certifact.datasets.Entry;
import org.certifact.linalg.block.DenseBlock;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.linalg.slack.RowNormSlack;
import org.certifact.linalg.slack.SumSlack;

class BlockRegistratorTest extends KryoRoundTripContract {
    private static final DenseData DATA = DenseData.random(5, 4, 0.5, 1).weighted(2, 2);

    @Override
    protected KryoRegistrator registrator() {
        return new BlockRegistrator();
    }

    @Override
    protected List<Object> examples() {
        EntryChunk.Builder builder = new EntryChunk.Builder();
        DATA.entries().forEach(builder::add);
        builder.add(new Entry("0", "c0", 3, 1, 100));
        SortedChunk sorted = new ChunkSort(List.of(builder.build()).iterator(), 0, 1, 2).sorted(Duplicates.FAIL, true);
        RawRows rows = RawRows.select(0, sorted, Selection.ALL, 2, null).read(d -> d);
        int q = rows.needed(0) == null ? 1 : 0;
        NeededColumns needed = rows.needed(q);
        DataBlock weighted = LocalBlock.of(DATA, 0.5);
        FactorBlock own = LocalBlock.factor(PlainMatrix.gaussian(5, 2, 3));
        double[] panel = LocalBlock.panel(PlainMatrix.gaussian(4, 2, 4));
        DenseTile tile = DenseTile.of(
                0, List.of(new DenseRow("a", new double[] {1, 2}, 0)).iterator(), new int[] {1, 0});
        SlackedPoint point =
                new SlackedPoint(new RowNormSlack(2, 0.1), LowRank.none(), new LowRank(0, 1, new double[4]), 4, 2);
        return List.of(
                builder.build(),
                sorted,
                sorted.duplicates().get(0),
                rows,
                rows.data(),
                needed,
                ColumnIndex.merge(q, List.of(needed).iterator(), 1, 0.5),
                ColumnSlice.of(0, weighted, 0, new int[] {0, 4}).get(0)._2(),
                weighted.entries(),
                new SparseBlock(new int[] {0, 1}, new int[] {0}, new double[] {1}, null, 1),
                weighted,
                LocalBlock.of(DATA, 0),
                tile,
                new DenseBlock(1, 2, new double[] {3, 4}),
                tile.data(new int[] {0, 2}),
                Coverage.COMPLETE,
                point,
                new SlackedPass.Order(point, new double[] {1, 2, 3, 4}, 1),
                new SlackedPass.Order(point, new double[] {1, 2, 3, 4}, 1).on(weighted, own),
                new LowRank(1, 2, new double[] {5, 6}),
                new NonnegativeSlack(),
                new NoSlack(),
                new RowNormSlack(2, 0.1),
                new SumSlack(new NonnegativeSlack(), new RowNormSlack(2, 0.1)),
                own,
                own.moveTo(new double[10]),
                FactorBlock.zeros(0, 0),
                new FactorRow("user", 0.5, new double[] {1, 2}),
                ResidualBlock.of(weighted, new SquaredLoss(), own, panel),
                new PanelMessage(3, new double[] {1, 2}),
                new Routes(1, new int[][] {{0, -1}, {}}),
                new ArrayList<>(List.of("a", "b")),
                new int[] {1, 2},
                new int[][] {{1}, {}, {2, 3}},
                new long[] {Long.MIN_VALUE},
                new double[] {Double.MIN_VALUE, -0.0, Double.NEGATIVE_INFINITY},
                new double[][] {{1}, {2, 3}},
                new String[] {"a", ""},
                new Object[] {"a", new double[] {1}});
    }
}
