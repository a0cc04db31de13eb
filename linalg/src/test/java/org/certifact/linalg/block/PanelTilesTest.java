package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PanelTilesTest {
    private static final SparseBlock PLAIN = new SparseBlock(
            new int[] {0, 3, 3, 5},
            new int[] {0, 2, 4, 1, 3},
            new double[] {1, 2, 3, 4, 5},
            new double[] {10, 20, 30, 40, 50},
            5);

    @Test
    void entriesAreOrderedByTileThenRow() {
        SparseBlock tiled = PanelTiles.split(PLAIN, 2); // columns 0 to 2, 3 to 4
        assertThat(tiled.tiles()).isEqualTo(2);
        assertThat(tiled.rows()).isEqualTo(3);
        assertThat(tiled.segments()).isEqualTo(6);
        assertThat(IntStream.rangeClosed(0, 6).map(tiled::start)).containsExactly(0, 2, 2, 3, 4, 4, 5);
        assertThat(IntStream.range(0, 6).map(tiled::row)).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(tiled.columns()).containsExactly(0, 2, 1, 4, 3);
        assertThat(tiled.values()).containsExactly(1, 2, 4, 3, 5);
        assertThat(tiled.weights()).containsExactly(10, 20, 40, 30, 50);
    }

    @Test
    void aRowsSegmentsStandARowCountApart() {
        SparseBlock tiled = PanelTiles.split(PLAIN, 5);
        for (int tile = 0; tile < 5; tile++) {
            for (int i = 0; i < 3; i++) {
                assertThat(tiled.row(tiled.segment(tile, i))).isEqualTo(i);
            }
        }
        assertThat(IntStream.range(0, 3).map(tiled::count)).containsExactly(3, 0, 2);
    }

    @Test
    void otherValuesKeepTheTiles() {
        SparseBlock other = PanelTiles.split(PLAIN, 2).withValues(new double[5]);
        assertThat(other.tiles()).isEqualTo(2);
        assertThat(other.columns()).containsExactly(0, 2, 1, 4, 3);
    }

    @Test
    void blocksWithoutRowsOrColumnsCanBeSplit() {
        SparseBlock none = new SparseBlock(new int[] {0}, new int[0], new double[0], null, 0);
        assertThat(PanelTiles.split(none, 3).rows()).isZero();
        assertThat(PanelTiles.of(none)).isSameAs(none);
        SparseBlock empty = new SparseBlock(new int[3], new int[0], new double[0], null, 0);
        assertThat(PanelTiles.split(empty, 3).segments()).isEqualTo(6);
    }

    @Test
    void onlyALargePanelWhoseRowsHaveManyEntriesIsSplit() {
        assertThat(PanelTiles.of(spread(10, 4095, 100)).tiles()).isEqualTo(1);
        assertThat(PanelTiles.of(spread(10, 20_000, 200)).tiles()).isEqualTo(9);
        assertThat(PanelTiles.of(spread(10, 1_000_000, 48)).tiles()).isEqualTo(3);
        assertThat(PanelTiles.of(spread(10, 20_000, 31)).tiles()).isEqualTo(1);
    }

    private static SparseBlock spread(int rows, int panelRows, int perRow) {
        int[] start = IntStream.rangeClosed(0, rows).map(i -> i * perRow).toArray();
        int[] column = new int[rows * perRow];
        Arrays.setAll(column, k -> (int) ((long) (k % perRow) * panelRows / perRow));
        return new SparseBlock(start, column, new double[column.length], null, panelRows);
    }

    @Test
    void whatIsSplitCannotBeSplitAgain() {
        SparseBlock tiled = PanelTiles.split(PLAIN, 2);
        assertThatThrownBy(() -> PanelTiles.split(tiled, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a block of 2 tiles cannot be split into 3; only one of 1 can");
        assertThatThrownBy(() -> PanelTiles.split(PLAIN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PanelTiles.of(tiled)).isSameAs(tiled);
    }
}
