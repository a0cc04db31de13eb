package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.linalg.slack.NonnegativeSlack;

/** What a block computes does not depend on the order that tiles give its entries. */
class TiledBlockTest {
    private static final Offset<Double> ROUNDING = within(1e-11);
    private static final int ROWS = 7;
    private static final int COLUMNS = 11;
    private static final int RANK = 3;

    private final FactorBlock own = LocalBlock.factor(gaussian(ROWS, RANK, 3));
    private final double[] panel = LocalBlock.panel(gaussian(COLUMNS, RANK, 4));

    @Property(tries = 60)
    void residualsAndTheirProductsAreTheSame(@ForAll @IntRange(min = 2, max = 13) int tiles, @ForAll long seed) {
        ResidualBlock plain = ResidualBlock.of(plain(seed), new SquaredLoss(), own, panel);
        ResidualBlock tiled = ResidualBlock.of(tiled(seed, tiles), new SquaredLoss(), own, panel);
        double[] x = flat(gaussian(COLUMNS, 5, seed));
        double[] y = flat(gaussian(ROWS, 5, seed));

        assertThat(tiled.sums()).containsExactly(plain.sums(), within(1e-9));
        assertThat(tiled.apply(x, 5)).containsExactly(plain.apply(x, 5), ROUNDING);
        assertThat(transposeTimes(tiled, y)).containsExactly(transposeTimes(plain, y), ROUNDING);
        // the wide one is too sparse for a dense product
        for (int width : new int[] {COLUMNS, 60}) {
            assertThat(gram(tiled, width)).containsExactly(gram(plain, width), within(1e-9));
        }
    }

    @Property(tries = 60)
    void sumsOverTheEntriesOfARowAreTheSame(@ForAll @IntRange(min = 2, max = 13) int tiles, @ForAll long seed) {
        DataBlock plain = plain(seed);
        DataBlock tiled = tiled(seed, tiles);
        double[] left = flat(gaussian(ROWS, RANK, 5));
        double[] right = flat(gaussian(COLUMNS, RANK, 6));
        FactorBlock offsets = LocalBlock.factor(gaussian(ROWS, 1, 7));
        double[] others = LocalBlock.panel(gaussian(COLUMNS, 1, 8));

        assertThat(tiled.observedSquare(left, right, RANK))
                .isCloseTo(plain.observedSquare(left, right, RANK), within(1e-9));
        assertThat(cells(Offsets.subtract(0.5, tiled, offsets, others)))
                .containsExactly(cells(Offsets.subtract(0.5, plain, offsets, others)));
        for (int i = 0; i < ROWS; i++) {
            assertThat(tiled.entries().count(i)).isEqualTo(plain.entries().count(i));
        }
    }

    @Property(tries = 60)
    void denseTilesOfARelaxedDualAreTheSame(@ForAll @IntRange(min = 2, max = 13) int tiles, @ForAll long seed) {
        SlackedPoint point = new SlackedPoint(
                new NonnegativeSlack(), LowRank.none(), new LowRank(0, 3, flat(gaussian(COLUMNS, 3, 9))), COLUMNS, 2);
        int from = 1;
        int to = ROWS - 1;
        double[][] imputed = new double[2][(to - from) * COLUMNS];
        double[][] residual = new double[2][(to - from) * COLUMNS];
        double[][] sums = new double[2][4];
        DataBlock[] blocks = {tiled(seed, tiles), plain(seed)};
        for (int b = 0; b < 2; b++) {
            point.imputed(blocks[b], own, from, to, imputed[b]);
            point.residual(blocks[b], own, from, to, residual[b], sums[b]);
        }
        assertThat(imputed[0]).containsExactly(imputed[1]);
        assertThat(residual[0]).containsExactly(residual[1]);
        assertThat(sums[0]).containsExactly(sums[1], within(1e-9));
    }

    private static DataBlock plain(long seed) {
        return LocalBlock.of(DenseData.random(ROWS, COLUMNS, 0.5, seed).weighted(2, seed), 0.5);
    }

    private static DataBlock tiled(long seed, int tiles) {
        return LocalBlock.tiled(DenseData.random(ROWS, COLUMNS, 0.5, seed).weighted(2, seed), 0.5, tiles);
    }

    private static double[] transposeTimes(ResidualBlock block, double[] y) {
        double[] x = new double[COLUMNS * 5];
        block.addTranspose(y, 5, x);
        return x;
    }

    private static double[] gram(ResidualBlock block, int width) {
        return block.gram(width);
    }

    private static double[] cells(DataBlock block) {
        double[] cells = new double[ROWS * COLUMNS];
        block.block().addRows(0, ROWS, block.panelIndex(), COLUMNS, cells);
        return cells;
    }
}
