package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpperTriangleTest {
    @Test
    void aSymmetricMatrixComesBackWhateverStoodBelowItsDiagonal() {
        double[] packed = UpperTriangle.of(new double[] {1, 2, 3, Double.NaN, 4, 5, Double.NaN, Double.NaN, 6}, 3);
        assertThat(packed).hasSize(UpperTriangle.length(3)).containsExactly(1, 2, 3, 4, 5, 6);

        double[] after = {-1, -1, 1, 2, 3, 4, 5, 6};
        assertThat(UpperTriangle.full(after, 2, 3)).containsExactly(1, 2, 3, 2, 4, 5, 3, 5, 6);
    }

    @Test
    void nothingHasATriangleOfNoNumbers() {
        assertThat(UpperTriangle.of(new double[0], 0)).isEmpty();
        assertThat(UpperTriangle.full(new double[0], 0, 0)).isEmpty();
    }
}
