package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.certifact.datasets.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {
    private static final DenseData DATA =
            DenseData.random(10, 8, 0.6, 1).weighted(2, 2).named(i -> "r" + i, j -> Integer.toString(j));

    /** Training never sees row r3 and column 5. */
    private static final Selection HELD =
            e -> e.row().equals("r3") || e.column().equals("5") || e.source() % 4 == 0;

    private static final Selection TRAINING = e -> !HELD.has(e);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "7, 7", "20, 2"})
    void unseenRowsAndColumnsArePredictedByWhatIsKnown(int rowBlocks, int columnBlocks) {
        EntryTable table = table(DATA.entries(), rowBlocks, columnBlocks);
        BlockMatrix training = BlockMatrix.build(table, TRAINING, 0.5);
        HeldOut held = HeldOut.build(table, HELD, training);
        List<Entry> expected = DATA.entries().stream().filter(HELD::has).toList();
        FactorMatrix u = FactorTable.random(training.rowIds(), 3, 1, 6);
        FactorMatrix v = FactorTable.random(training.columnIds(), 3, 1, 7);

        assertThat(held.entries()).isEqualTo(expected.size());
        Prediction plain = new Prediction(training, u, v);
        assertThat(held.rootMeanSquaredError(u, v)).isCloseTo(plain.error(expected, 0), within(1e-12));

        FactorMatrix b = FactorTable.random(training.rowIds(), 1, 1, 8);
        FactorMatrix c = FactorTable.random(training.columnIds(), 1, 1, 9);
        HeldOut centred = held.minus(new Offsets(0.3, b, c));
        assertThat(centred.entries()).isEqualTo(expected.size());
        Prediction biased = new Prediction(training, u, v, b, c);
        assertThat(centred.rootMeanSquaredError(u, v)).isCloseTo(biased.error(expected, 0.3), within(1e-12));
        assertThat(centred.rootMeanSquaredError(
                        training.byRows().zeros(0), training.byColumns().zeros(0)))
                .isCloseTo(new Prediction(training, b, c, b, c).withoutFactors().error(expected, 0.3), within(1e-12));
    }

    @Test
    void entriesMayComeFromATableOfTheirOwn() {
        BlockMatrix training = BlockMatrix.build(table(DATA.entries(), 3, 2), Selection.ALL, 0);
        List<Entry> others = List.of(
                new Entry("r1", "2", 4, 1, 1),
                new Entry("nobody", "2", 3, 2, 2),
                new Entry("r1", "nothing", 2, 1, 3),
                new Entry("nobody", "nothing", 1, 1, 4));
        HeldOut held = HeldOut.build(table(others, 3, 2), Selection.ALL, training);
        FactorMatrix u = FactorTable.random(training.rowIds(), 2, 1, 3);
        FactorMatrix v = FactorTable.random(training.columnIds(), 2, 1, 4);
        assertThat(held.entries()).isEqualTo(4);
        assertThat(held.rootMeanSquaredError(u, v))
                .isCloseTo(new Prediction(training, u, v).error(others, 0), within(1e-12));
        // a factor that the driver holds is shipped like any other
        assertThat(held.rootMeanSquaredError(
                        HeldFactor.of(u, training.byRows()), HeldFactor.of(v, training.byColumns())))
                .isEqualTo(held.rootMeanSquaredError(u, v));
    }

    @Test
    void theErrorOfNothingIsNotANumber() {
        EntryTable table = table(DATA.entries(), 2, 2);
        BlockMatrix training = BlockMatrix.build(table, Selection.ALL, 0);
        HeldOut held = HeldOut.build(table, e -> false, training);
        assertThat(held.entries()).isZero();
        assertThat(held.rootMeanSquaredError(
                        FactorTable.random(training.rowIds(), 1, 1, 1),
                        FactorTable.random(training.columnIds(), 1, 1, 1)))
                .isNaN();
    }

    private static EntryTable table(List<Entry> entries, int rowBlocks, int columnBlocks) {
        return EntryTable.of(PlacedData.entries(entries, 2), rowBlocks, columnBlocks, Duplicates.FAIL);
    }
}
