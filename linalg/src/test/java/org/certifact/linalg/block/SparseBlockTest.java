package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseBlockTest {
    private static final int[] STARTS = {0, 2, 2, 3};
    private static final int[] COLUMNS = {0, 3, 1};
    private static final double[] VALUES = {1, 2, 3};

    @Test
    void aBlockTellsItsShape() {
        SparseBlock block = new SparseBlock(STARTS, COLUMNS, VALUES, null, 4);
        assertThat(block.rows()).isEqualTo(3);
        assertThat(block.panelRows()).isEqualTo(4);
        assertThat(block.entries()).isEqualTo(3);
        assertThat(block.start(2)).isEqualTo(2);
        assertThat(block.start(3)).isEqualTo(3);
        assertThat(new int[] {block.count(0), block.count(1), block.count(2)}).containsExactly(2, 0, 1);
    }

    @Test
    void weightsAreOneWhereThereAreNone() {
        assertThat(new SparseBlock(STARTS, COLUMNS, VALUES, null, 4).weight(1)).isEqualTo(1.0);
        assertThat(new SparseBlock(STARTS, COLUMNS, VALUES, new double[] {5, 6, 7}, 4).weight(1))
                .isEqualTo(6.0);
    }

    @Test
    void aBlockWithoutRowsOrEntriesIsABlock() {
        SparseBlock none = new SparseBlock(new int[] {0}, new int[0], new double[0], new double[0], 0);
        assertThat(none.rows()).isZero();
        assertThat(none.entries()).isZero();
    }

    @Test
    void otherValuesKeepPatternAndWeights() {
        double[] weights = {5, 6, 7};
        SparseBlock other = new SparseBlock(STARTS, COLUMNS, VALUES, weights, 4).withValues(new double[] {9, 8, 7});
        assertThat(other.values()).containsExactly(9, 8, 7);
        assertThat(other.columns()).isSameAs(COLUMNS);
        assertThat(other.start(1)).isEqualTo(2);
        assertThat(other.weights()).isSameAs(weights);
        assertThat(other.panelRows()).isEqualTo(4);
    }

    @Test
    void someRowsAreABlockOverTheSameEntries() {
        SparseBlock rows = new SparseBlock(STARTS, COLUMNS, VALUES, null, 4).rows(1, 3);
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(new int[] {rows.count(0), rows.count(1)}).containsExactly(0, 1);
        assertThat(rows.start(1)).isEqualTo(2);
        assertThat(rows.values()).isSameAs(VALUES);
        assertThat(rows.panelRows()).isEqualTo(4);
    }

    @Test
    void rowsThatAreNotTogetherAreRefused() {
        SparseBlock tiled = PanelTiles.split(new SparseBlock(STARTS, COLUMNS, VALUES, null, 4), 2);
        assertThatThrownBy(() -> tiled.rows(0, 1)).hasMessageContaining("2 tiles");
    }

    @Test
    void lengthsThatDisagreeAreRefused() {
        refuses(
                STARTS,
                COLUMNS,
                new double[2],
                null,
                "rowStart ends at 3, columns: 3, values: 2; all three must agree");
        refuses(STARTS, new int[2], VALUES, null, "rowStart ends at 3, columns: 2, values: 3; all three must agree");
        refuses(
                new int[] {0, 2},
                COLUMNS,
                VALUES,
                null,
                "rowStart ends at 2, columns: 3, values: 3; all three must agree");
        refuses(STARTS, COLUMNS, VALUES, new double[4], "weights: 4, values: 3");
        SparseBlock block = new SparseBlock(STARTS, COLUMNS, VALUES, null, 4);
        assertThatThrownBy(() -> block.withValues(new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rowStart ends at 3, columns: 3, values: 4; all three must agree");
    }

    @Test
    void rowStartsThatAreNotAscendingFromZeroAreRefused() {
        refuses(new int[0], COLUMNS, VALUES, null, "rowStart is empty; it must begin with 0");
        refuses(new int[] {1, 3}, COLUMNS, VALUES, null, "rowStart begins at 1; it must begin with 0");
        refuses(new int[] {0, 2, 1, 3}, COLUMNS, VALUES, null, "rowStart falls from 2 to 1 at row 1");
    }

    @Test
    void entriesOutsideThePanelAreRefused() {
        refuses(STARTS, new int[] {0, 4, 1}, VALUES, null, "entry 1 points to row 4 of a panel of 4 rows");
        refuses(STARTS, new int[] {0, 3, -1}, VALUES, null, "entry 2 points to row -1 of a panel of 4 rows");
    }

    @Test
    void missingArraysAreRefused() {
        assertThatThrownBy(() -> new SparseBlock(STARTS, null, VALUES, null, 4))
                .isInstanceOf(NullPointerException.class);
    }

    private static void refuses(int[] starts, int[] columns, double[] values, double[] weights, String message) {
        assertThatThrownBy(() -> new SparseBlock(starts, columns, values, weights, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
