package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

class ColumnSliceTest {
    private static final int ROWS = 7;
    private static final int COLUMNS = 9;
    private static final DenseData DATA =
            DenseData.random(ROWS, COLUMNS, 0.5, 1).weighted(3, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void theColumnsOfABlockAreItsTransposeInWhateverTilesItIs(int tiles) {
        DataBlock block = tiles == 1 ? LocalBlock.of(DATA, 0.5) : LocalBlock.tiled(DATA, 0.5, tiles);
        DataBlock columns = merged(ColumnSlice.of(0, block, 0, new int[] {0, COLUMNS}), COLUMNS, 1);
        DataBlock expected = LocalBlock.of(DATA.transposed(), 0.5);
        assertSameCells(columns, expected);
        assertThat(columns.panelIndex()).containsExactly(expected.panelIndex());
        assertThat(columns.panelStart()).containsExactly(0, ROWS);
        assertThat(columns.rowWeights()).containsExactly(expected.rowWeights());
        assertThat(columns.panelWeights()).containsExactly(expected.panelWeights());
    }

    @Test
    void withoutGaugeWeightsThereAreNone() {
        DataBlock block = LocalBlock.of(DATA, 0);
        DataBlock columns = merged(ColumnSlice.of(0, block, 0, new int[] {0, COLUMNS}), COLUMNS, 1);
        assertThat(columns.rowWeights()).isNull();
        assertThat(columns.panelWeights()).isNull();
    }

    @Test
    void slicesOfSeveralRowBlocksStandBehindEachOther() {
        DataBlock block = LocalBlock.of(DATA, 0.5);
        ColumnSlice second =
                ColumnSlice.of(2, block, 100, new int[] {0, COLUMNS}).get(0)._2();
        ColumnSlice first =
                ColumnSlice.of(0, block, 0, new int[] {0, COLUMNS}).get(0)._2();
        DataBlock columns = ColumnSlice.merge(List.of(second, first).iterator(), COLUMNS, 4, Coverage.OBSERVED);
        assertThat(columns.panelStart()).containsExactly(0, ROWS, ROWS, 2 * ROWS, 2 * ROWS);
        assertThat(columns.panelIndex()).startsWith(0, 1).endsWith(100 + ROWS - 1);
        assertThat(columns.entries().entries()).isEqualTo(2 * block.entries().entries());
        for (int j = 0; j < COLUMNS; j++) {
            assertThat(columns.entries().count(j))
                    .isEqualTo(2 * DATA.transposed().rowCount(j));
        }
    }

    @Test
    void theRowsThatGoToAColumnBlockAreThoseWithEntriesThere() {
        // two columns a block; row 1 has no entry in the second
        SparseBlock entries = new SparseBlock(
                new int[] {0, 2, 3, 5}, new int[] {0, 2, 1, 2, 3}, new double[] {1, 2, 3, 4, 5}, null, 4);
        DataBlock block =
                new DataBlock(entries, Coverage.OBSERVED, new int[] {0, 2, 4}, new int[] {0, 1, 2, 3}, null, null);
        Routes routes = ColumnSlice.routes(3, block);
        List<Tuple2<Integer, PanelMessage>> messages =
                routes.messages(new FactorBlock(3, 1, new double[] {10, 20, 30}, null), 0);
        assertThat(messages.get(0)._2().rows()).containsExactly(10, 20);
        assertThat(messages.get(1)._2().rows()).containsExactly(10, 30);
        assertThat(messages.get(1)._2().from()).isEqualTo(3);
    }

    private static DataBlock merged(List<Tuple2<Integer, ColumnSlice>> slices, int columns, int rowBlocks) {
        return ColumnSlice.merge(slices.stream().map(Tuple2::_2).iterator(), columns, rowBlocks, Coverage.OBSERVED);
    }

    private static void assertSameCells(DataBlock columns, DataBlock expected) {
        SparseBlock is = columns.entries();
        SparseBlock should = expected.entries();
        assertThat(is.rows()).isEqualTo(should.rows());
        assertThat(is.columns()).containsExactly(should.columns());
        assertThat(is.values()).containsExactly(should.values());
        assertThat(is.weights()).containsExactly(should.weights());
        for (int s = 0; s <= should.segments(); s++) {
            assertThat(is.start(s)).isEqualTo(should.start(s));
        }
    }
}
