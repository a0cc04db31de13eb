package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.kernel.Kernels;
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

        double square = placed.matrix()
                .byRows()
                .observedSquare(blockOrder(left, placed.rowOrder()), blockOrder(right, placed.columnOrder()), 2);
        double other = placed.matrix()
                .byColumns()
                .observedSquare(blockOrder(right, placed.columnOrder()), blockOrder(left, placed.rowOrder()), 2);

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

    static double[] blockOrder(double[][] rows, int[] order) {
        return PlainMatrix.flat(Arrays.stream(order).mapToObj(i -> rows[i]).toArray(double[][]::new));
    }
}
