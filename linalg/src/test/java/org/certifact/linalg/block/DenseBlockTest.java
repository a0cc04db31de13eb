package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DenseBlockTest extends BlockContract {
    @Override
    protected Block block(int rows, int columns, double[] cells) {
        return new DenseBlock(rows, columns, cells);
    }

    @Test
    void itSharesItsCells() {
        double[] cells = {1, 2};
        assertThat(new DenseBlock(1, 2, cells).values()).isSameAs(cells);
    }

    @Test
    void aWrongNumberOfCellsIsRefused() {
        assertThatThrownBy(() -> new DenseBlock(2, 3, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x 3 block with 5 values");
        assertThatThrownBy(() -> new DenseBlock(1 << 16, 1 << 16, new double[0]))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new DenseBlock(0, 0, null)).isInstanceOf(NullPointerException.class);
    }
}
