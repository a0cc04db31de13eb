package org.certifact.linalg.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MatrixViewTest {
    private final double[] values = new double[12];

    @Test
    void theTransposeHasTheSameEntries() {
        MatrixView x = MatrixView.of(values, 1, 2, 3, 5);
        assertThat(x.place(1, 2)).isEqualTo(8);
        assertThat(x.transposed().place(2, 1)).isEqualTo(8);
        assertThat(x.transposed().transposed()).isEqualTo(x);
    }

    @Test
    void partsHaveTheSameEntries() {
        MatrixView x = MatrixView.of(values, 1, 2, 3, 5);
        assertThat(x.rows(1, 2).columnsFrom(2)).isEqualTo(new MatrixView(values, 8, 1, 1, 5, 1));
        assertThat(x.transposed().rows(2, 3).columnsFrom(1).place(0, 0)).isEqualTo(8);
    }

    @Test
    void noEntryLiesOutsideOfTheArray() {
        assertThat(MatrixView.of(values, 3, 4).place(2, 3)).isEqualTo(11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatrixView.of(values, 1, 3, 4, 4))
                .withMessageContaining("number 12 of 12");
        assertThatIllegalArgumentException().isThrownBy(() -> MatrixView.of(values, -1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> MatrixView.of(values, 0, 1 << 20, 1 << 12, 1 << 12));
    }

    @Test
    void whatIsEmptyNeedsNoArray() {
        assertThat(MatrixView.of(new double[0], 0, 5).columns()).isEqualTo(5);
        assertThat(MatrixView.of(new double[0], 5, 0).transposed().columns()).isEqualTo(5);
    }
}
