package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple3;

class GroupedMatrixTest {
    private static final DenseData DATA = DenseData.random(10, 7, 0.25, 1).weighted(3, 2);
    private static final double BETA = 0.6;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "7, 3", "3, 12"})
    void aBlockMeetsJustTheRowsItNeedsExtrapolated(int rowBlocks, int columnBlocks) {
        PlacedData placed = PlacedData.of(DATA, rowBlocks, columnBlocks, 0);
        int rank = 3;
        double[][] before = PlainMatrix.gaussian(7, rank, 3);
        double[][] after = PlainMatrix.gaussian(7, rank, 4);
        double[][] u = PlainMatrix.gaussian(10, 2, 5);
        int stride = Kernels.best().stride(rank);

        List<Tuple3<DataBlock, FactorBlock, double[]>> met = placed.matrix()
                .byRows()
                .meet(placed.u(u), moved(placed.v(before), placed.v(after)), BETA, Tuple3::new)
                .collect();

        int[] rows = placed.rowOrder();
        int[] columns = placed.columnOrder();
        int row = 0;
        for (Tuple3<DataBlock, FactorBlock, double[]> each : met) {
            int[] index = each._1().panelIndex();
            assertThat(each._3()).hasSize(index.length * stride);
            for (int k = 0; k < index.length; k++) {
                double[] panelRow = Arrays.copyOfRange(each._3(), k * stride, (k + 1) * stride);
                for (int l = 0; l < stride; l++) {
                    int j = columns[index[k]];
                    double expected = l < rank ? after[j][l] + BETA * (after[j][l] - before[j][l]) : 0;
                    assertThat(panelRow[l]).isCloseTo(expected, within(1e-14));
                }
            }
            assertThat(each._2().rows()).isEqualTo(each._1().rows());
            for (int i = 0; i < each._2().rows(); i++, row++) {
                assertThat(Arrays.copyOfRange(each._2().values(), 2 * i, 2 * i + 2))
                        .containsExactly(u[rows[row]]);
            }
        }
        assertThat(row).isEqualTo(10);
    }

    /** What needs the data and both factors is the same with a Spark job and without one. */
    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0.5"})
    void whatTheDriverHasAtHandGivesTheSame(int blocks, double alpha) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        GroupedMatrix group = placed.matrix().byRows();
        FactorMatrix spread = placed.u(PlainMatrix.gaussian(10, 3, 5));
        FactorMatrix present = spread.having(group.present(spread.blocks(), 3).orElseThrow());
        HeldFactor other = HeldFactor.of(
                placed.v(PlainMatrix.gaussian(7, 3, 6)), placed.matrix().byColumns());
        double[] map = PlainMatrix.flat(PlainMatrix.gaussian(3, 3, 7));
        GroupedMatrix.Meeting<double[]> gradient = (data, own, panel) -> {
            double[] g = new double[own.values().length];
            double sum = Kernels.best().residualGradient(data.entries(), own.values(), panel, 3, g);
            return new double[] {sum, Arrays.stream(g).sum()};
        };

        for (FactorMatrix[] pair :
                new FactorMatrix[][] {{spread, present}, {spread.times(map, 3), present.times(map, 3)}}) {
            assertThat(pair[0].present()).isEmpty();
            assertThat(pair[1].present()).isPresent();
            assertThat(group.sum(pair[1], other, 2, gradient)).containsExactly(group.sum(pair[0], other, 2, gradient));
            assertThat(group.met(pair[1], other, "met", gradient).sum((p, g) -> g, 2))
                    .containsExactly(group.met(pair[0], other, "met", gradient).sum((p, g) -> g, 2));
            assertThat(pair[1].gramPair(0, group)).containsExactly(pair[0].gramPair(0, group));
        }
    }

    @Test
    void whatIsTooLargeIsNotAtHand() {
        PlacedData placed = PlacedData.of(DATA, 2, 0);
        FactorMatrix u = placed.u(PlainMatrix.gaussian(10, 3, 5));
        assertThat(placed.matrix().byRows().present(u.blocks(), Integer.MAX_VALUE))
                .isEmpty();
        PlacedData other = PlacedData.of(DATA, 2, 0);
        assertThat(other.matrix().byRows().counting(1_000_000_000_000L).present(u.blocks(), 3))
                .isEmpty();
    }

    private static FactorMatrix moved(FactorMatrix from, FactorMatrix to) {
        return new FactorMatrix(
                from.blocks()
                        .zip(to.blocks())
                        .map(pair -> pair._1().moveTo(pair._2().values())),
                from.rank());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theObservedSquareIsThatOfTheProductOnTheEntries(int blocks) {
        double alpha = 0.5;
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        double[][] left = PlainMatrix.gaussian(10, 2, 6);
        double[][] right = PlainMatrix.gaussian(7, 2, 7);

        double[] ours = blockOrder(left, placed.rowOrder());
        double[] theirs = blockOrder(right, placed.columnOrder());
        GroupedMatrix byRows = placed.matrix().byRows();
        GroupedMatrix byColumns = placed.matrix().byColumns();
        double square = byRows.step(byRows.zeros(0), ours, theirs, 2).square();
        double other = byColumns.step(byColumns.zeros(0), theirs, ours, 2).square();

        double[][] product = PlainMatrix.outer(left, right);
        double expected = 0;
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 7; j++) {
                expected += DATA.weight(i, j)
                        * product[i][j]
                        * product[i][j]
                        / Math.pow(DATA.rowCount(i) * DATA.columnCount(j), alpha);
            }
        }
        assertThat(square).isCloseTo(expected, within(1e-12 * expected));
        assertThat(other).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void aStepAlongAtomsTellsTheGramMatricesOfTheWiderFactor() {
        PlacedData placed = PlacedData.of(DATA, 3, 0.5);
        GroupedMatrix byRows = placed.matrix().byRows();
        FactorMatrix own = placed.u(PlainMatrix.gaussian(10, 3, 1));
        double[] left = blockOrder(PlainMatrix.gaussian(10, 2, 6), placed.rowOrder());
        double[] right = blockOrder(PlainMatrix.gaussian(7, 2, 7), placed.columnOrder());

        GramPair grams = byRows.step(own, left, right, 2).grams();
        assertThat(grams.packed())
                .containsExactly(own.appendScaled(byRows, left, 2).gramPair(0, byRows), within(1e-12));
    }

    static double[] blockOrder(double[][] rows, int[] order) {
        return PlainMatrix.flat(Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new));
    }
}
