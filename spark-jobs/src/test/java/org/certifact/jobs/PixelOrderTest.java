package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.datasets.ImageShape;
import org.junit.jupiter.api.Test;

class PixelOrderTest {
    /** Two atoms of 3 x 2 pixels, column by column: the pixel at (x, y) of atom c is 100c + 10y + x. */
    private static final double[] BY_COLUMNS = {0, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112};

    private static final double[] BY_ROWS = {0, 100, 1, 101, 2, 102, 10, 110, 11, 111, 12, 112};

    @Test
    void columnsBecomeRows() {
        assertThat(PixelOrder.COLUMNS.byRows(BY_COLUMNS, 2, new ImageShape(3, 2, 1)))
                .containsExactly(BY_ROWS);
    }

    @Test
    void rowsStay() {
        assertThat(PixelOrder.ROWS.byRows(BY_ROWS, 2, new ImageShape(3, 2, 1))).containsExactly(BY_ROWS);
    }
}
