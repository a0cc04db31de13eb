package org.certifact.matrix;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.QuadraticScaling;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;
import org.certifact.linalg.slack.Slack;
import scala.Tuple2;

/**
 * A = Z + S at a point of the relaxed dual: Z = Y − X on the cells that count is the dual point, S its slack, and σ_max(A)
 * with the slack's own polar bounds Ω°(Z). The dense tiles of A live only while they are multiplied.
 */
public final class SlackedResidual implements Residual {
    private final JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks;
    private final int[] offsets;
    private final int columns;
    private final Shared<SlackedPoint> point;
    private final double[] sums;

    private SlackedResidual(
            JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks,
            int[] offsets,
            Shared<SlackedPoint> point,
            int columns,
            double[] sums) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.point = point;
        this.columns = columns;
        this.sums = sums;
    }

    /** @param state long sides that {@code h} and {@code x} refer to @param x X times the largest weight */
    public static SlackedResidual of(
            GroupedMatrix grouped,
            int otherRows,
            Slack slack,
            FactorMatrix state,
            LowRank h,
            LowRank x,
            double largestWeight) {
        JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks =
                Blocks.zip(grouped.blocks(), state.blocks(), Tuple2<DataBlock, FactorBlock>::new);
        Shared<SlackedPoint> point = Shared.of(blocks, new SlackedPoint(slack, h, x, otherRows, largestWeight));
        List<double[]> parts = blocks.map(b -> {
                    double[] total = new double[4];
                    Tiles.of(otherRows, b._1().rows())
                            .forEach(
                                    b._1().rows(),
                                    (from, to, tile) -> point.value().residual(b._1(), b._2(), from, to, tile, total));
                    return total;
                })
                .collect();
        double[] sums = BlockSums.of(parts, 4);
        sums[3] = parts.stream().mapToDouble(p -> p[3]).max().orElse(0);
        return new SlackedResidual(blocks, grouped.offsets(), point, otherRows, sums);
    }

    /** ½ Σ z²/w. */
    @Override
    public double loss() {
        return 0.5 * sums[1];
    }

    @Override
    public QuadraticScaling dualScaling() {
        return new QuadraticScaling(sums[0], sums[1]);
    }

    /** What the polar is at least for the slack's sake. */
    public double slackPolar() {
        return sums[3];
    }

    @Override
    public int rows() {
        return offsets[offsets.length - 1];
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double squaredNorm() {
        return sums[2];
    }

    @Override
    public double[] apply(double[] x, int count) {
        Shared<double[]> shared = Shared.of(blocks, x);
        Shared<SlackedPoint> at = point;
        double[] y = new double[Math.multiplyExact(rows(), count)];
        int begin = 0;
        for (double[] part : blocks.map(b -> {
                    double[] out = new double[b._1().rows() * count];
                    overTiles(
                            b,
                            at.value(),
                            (from, to, tile, n) -> times(tile, to - from, n, shared.value(), count, out, from));
                    return out;
                })
                .collect()) {
            System.arraycopy(part, 0, y, begin, part.length);
            begin += part.length;
        }
        return y;
    }

    @Override
    public double[] applyTranspose(double[] y, int count) {
        int n = columns;
        int[] first = offsets;
        Shared<double[]> shared = Shared.of(blocks, y);
        Shared<SlackedPoint> at = point;
        return BlockSums.of(
                blocks.mapPartitionsWithIndex(
                        (p, part) -> {
                            double[] mine = Arrays.copyOfRange(shared.value(), first[p] * count, first[p + 1] * count);
                            double[] out = new double[n * count];
                            overTiles(
                                    part.next(),
                                    at.value(),
                                    (from, to, tile, width) ->
                                            transposeTimes(tile, to - from, width, mine, from, count, out));
                            return List.of(out).iterator();
                        },
                        true),
                n * count);
    }

    @Override
    public double[] applyGram(double[] x, int count) {
        int n = columns;
        Shared<double[]> shared = Shared.of(blocks, x);
        Shared<SlackedPoint> at = point;
        return BlockSums.of(
                blocks.map(b -> {
                    double[] out = new double[n * count];
                    double[] y = new double[b._1().rows() * count];
                    overTiles(b, at.value(), (from, to, tile, width) -> {
                        times(tile, to - from, width, shared.value(), count, y, from);
                        transposeTimes(tile, to - from, width, y, from, count, out);
                    });
                    return out;
                }),
                n * count);
    }

    @Override
    public double[] gramMatrix() {
        int n = columns;
        Shared<SlackedPoint> at = point;
        return BlockSums.of(
                blocks.map(b -> {
                    double[] gram = new double[n * n];
                    overTiles(
                            b, at.value(), (from, to, tile, width) -> DenseRows.addGram(tile, to - from, width, gram));
                    return gram;
                }),
                n * n);
    }

    private interface TileWork {
        void on(int from, int to, double[] tile, int width);
    }

    private static void overTiles(Tuple2<DataBlock, FactorBlock> b, SlackedPoint point, TileWork work) {
        double[] unused = new double[4];
        Tiles.of(point.width(), b._1().rows()).forEach(b._1().rows(), (from, to, tile) -> {
            point.residual(b._1(), b._2(), from, to, tile, unused);
            work.on(from, to, tile, point.width());
        });
    }

    /** y[from ..] = tile · x. */
    private static void times(double[] tile, int high, int n, double[] x, int count, double[] y, int from) {
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(tile, high, n),
                        MatrixView.of(x, n, count),
                        MatrixView.of(y, from * count, high, count, count));
    }

    /** out += tileᵀ · y[from ..]. */
    private static void transposeTimes(double[] tile, int high, int n, double[] y, int from, int count, double[] out) {
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(tile, high, n).transposed(),
                        MatrixView.of(y, from * count, high, count, count),
                        MatrixView.of(out, n, count));
    }

    @Override
    public void close() {
        // the data and the state belong to others
    }
}
