package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.DenseRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells in dense blocks make the same matrix as a list of all of them as entries. */
class DenseMatrixTest {
    private static final double[][] VALUES = PlainMatrix.gaussian(9, 6, 1);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "10, 7"})
    void idsStandWhereThoseOfEntriesStand(int rowBlocks, int columnBlocks) {
        BlockMatrix cells = PlacedData.cells(VALUES, rowBlocks, columnBlocks).matrix();
        BlockMatrix entries = PlacedData.sparse(VALUES, rowBlocks, columnBlocks).matrix();
        assertThat(cells.rowIds().collect())
                .usingRecursiveComparison()
                .isEqualTo(entries.rowIds().collect());
        assertThat(cells.columnIds().collect())
                .usingRecursiveComparison()
                .isEqualTo(entries.columnIds().collect());
        assertThat(cells.byRows().offsets()).isEqualTo(entries.byRows().offsets());
        assertThat(cells.byColumns().offsets()).isEqualTo(entries.byColumns().offsets());
        assertThat(cells.coverage()).isEqualTo(Coverage.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 7"})
    void bothGroupingsHoldEveryCell(int rowBlocks, int columnBlocks) {
        PlacedData placed = PlacedData.cells(VALUES, rowBlocks, columnBlocks);
        int[] rows = placed.rowOrder();
        int[] columns = placed.columnOrder();
        assertThat(dense(placed.matrix().byRows(), 6))
                .isDeepEqualTo(PlainMatrix.rows(cells(VALUES, rows, columns), 9, 6));
        assertThat(dense(placed.matrix().byColumns(), 9))
                .isDeepEqualTo(PlainMatrix.rows(cells(PlainMatrix.transposed(VALUES), columns, rows), 6, 9));
    }

    @Test
    void totalsAreThoseOfTheEntries() {
        Totals cells = PlacedData.cells(VALUES, 2, 3).matrix().totals();
        Totals entries = PlacedData.sparse(VALUES, 2, 3).matrix().totals();
        assertThat(cells.entries()).isEqualTo(54);
        assertThat(cells.weight()).isEqualTo(entries.weight());
        assertThat(cells.largestWeight()).isEqualTo(1);
        assertThat(cells.weightedValue()).isCloseTo(entries.weightedValue(), within(1e-12));
        assertThat(cells.weightedSquare()).isCloseTo(entries.weightedSquare(), within(1e-12));
    }

    @Test
    void rowsOfOneNameAreRefused() {
        JavaRDD<DenseRow> rows = SharedSpark.context()
                .parallelize(
                        List.of(new DenseRow("a", new double[] {1}, 1), new DenseRow("a", new double[] {2}, 2)), 2);
        assertThatThrownBy(() -> DenseMatrix.build(rows, new String[] {"1"}, 3, 1))
                .hasRootCauseInstanceOf(BadInputException.class)
                .hasRootCauseMessage("row 'a' occurs twice; row names must differ");
    }

    @Test
    void aDenseBlockHasNoEntries() {
        DataBlock block =
                PlacedData.cells(VALUES, 1, 1).matrix().byRows().blocks().first();
        assertThatThrownBy(block::entries)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a dense block has cells, not entries");
    }

    private static double[] cells(double[][] values, int[] rows, int[] columns) {
        double[] out = new double[rows.length * columns.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = values[rows[k / columns.length]][columns[k % columns.length]];
        }
        return out;
    }

    /** All rows, in block order. */
    private static double[][] dense(GroupedMatrix grouped, int width) {
        double[] all = new double[grouped.rows() * width];
        List<DataBlock> blocks = grouped.blocks().collect();
        for (int p = 0; p < blocks.size(); p++) {
            DataBlock block = blocks.get(p);
            double[] tile = new double[block.rows() * width];
            block.block().addRows(0, block.rows(), block.panelIndex(), width, tile);
            System.arraycopy(tile, 0, all, grouped.offsets()[p] * width, tile.length);
        }
        return PlainMatrix.rows(all, grouped.rows(), width);
    }
}
