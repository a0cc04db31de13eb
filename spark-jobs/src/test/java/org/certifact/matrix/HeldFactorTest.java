package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A held factor does what a spread one does. */
class HeldFactorTest {
    private static final int ROWS = 9;
    private static final int RANK = 3;
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void everyOperationAgreesWithTheSpreadFactor(double alpha) {
        PlacedData placed = placed(alpha);
        GroupedMatrix group = placed.matrix().byRows();
        FactorMatrix spread = moved(placed);
        HeldFactor held = HeldFactor.of(spread, group);
        double[] columns = PlainMatrix.flat(PlainMatrix.gaussian(ROWS, 2, 5));
        double[] map = PlainMatrix.flat(PlainMatrix.gaussian(RANK, 2, 6));

        agree(held, spread, factor -> factor.gramPair(0.7, group));
        agree(held, spread, factor -> factor.weightedGram(group));
        agree(held, spread, FactorMatrix::collect);
        agree(held, spread, factor -> factor.times(map, 2).gramPair(0.7, group));
        agree(held, spread, factor -> factor.appendScaled(group, columns, 2).gramPair(0.7, group));
        agree(held, spread, factor -> factor.over(group).collect());
        agree(held, spread, factor -> factor.keep("kept").gramPair(0.7, group));
        agree(held, spread, factor -> factor.fork().gramPair(0.7, group));
        agree(held, spread, factor -> factor.widened().collect());
        agree(held, spread, factor -> factor.widened().narrowed("narrowed").gramPair(0.7, group));
        agree(
                held,
                spread,
                factor -> FactorMatrix.weightedGrams(
                        placed.matrix(), factor, placed.matrix().byColumns().zeros(RANK))[0]);
    }

    private static void agree(HeldFactor held, FactorMatrix spread, Function<FactorMatrix, double[]> operation) {
        assertThat(operation.apply(held)).containsExactly(operation.apply(spread), ROUNDING);
    }

    @Test
    void itsBlocksAreThoseOfTheSpreadFactorWithTheirSteps() {
        PlacedData placed = placed(0.5);
        FactorMatrix spread = moved(placed);
        FactorMatrix held = HeldFactor.of(spread, placed.matrix().byRows());
        FactorMatrix back = new FactorMatrix(held.blocks(), RANK);
        assertThat(back.widened().collect()).containsExactly(spread.widened().collect());
    }

    @Test
    void whatIsHeldAlreadyIsNotBroughtAgain() {
        PlacedData placed = placed(0);
        HeldFactor held = HeldFactor.of(moved(placed), placed.matrix().byRows());
        assertThat(HeldFactor.of(held, placed.matrix().byRows())).isSameAs(held);
    }

    @Test
    void itMeetsTheDataAsTheSpreadFactorDoesAtAnyExtrapolation() {
        PlacedData placed = placed(0.5);
        GroupedMatrix columns = placed.matrix().byColumns();
        FactorMatrix own = columns.zeros(1);
        FactorMatrix spread = moved(placed);
        HeldFactor held = HeldFactor.of(spread, placed.matrix().byRows());
        for (double beta : new double[] {0, 0.9}) {
            double[][] shipped = columns.meet(own, spread, beta, (data, mine, panel) -> panel).collect().stream()
                    .toArray(double[][]::new);
            double[][] taken = columns.meet(own, held, beta, (data, mine, panel) -> panel).collect().stream()
                    .toArray(double[][]::new);
            assertThat(taken).isDeepEqualTo(shipped);
            assertThat(Arrays.stream(taken).flatMapToDouble(Arrays::stream).sum())
                    .isNotZero();
        }
    }

    @Test
    void theWeightsOfAllRowsStandInTheOrderOfTheBlocks() {
        PlacedData placed = placed(0.5);
        double[] expected = Arrays.stream(placed.rowOrder())
                .mapToDouble(i -> Math.sqrt(placed.dense().rowCount(i)))
                .toArray();
        assertThat(placed.matrix().byRows().weights()).containsExactly(expected, ROUNDING);
    }

    private static PlacedData placed(double alpha) {
        return PlacedData.of(DenseData.random(ROWS, 6, 0.4, 1), 4, 2, alpha);
    }

    private static FactorMatrix moved(PlacedData placed) {
        return new FactorMatrix(
                placed.u(PlainMatrix.gaussian(ROWS, RANK, 2))
                        .blocks()
                        .zip(placed.u(PlainMatrix.gaussian(ROWS, RANK, 4)).blocks())
                        .map(pair -> pair._1().moveTo(pair._2().values())),
                RANK);
    }
}
