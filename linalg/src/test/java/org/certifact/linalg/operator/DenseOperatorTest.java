package org.certifact.linalg.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;

class DenseOperatorTest {
    private final DenseOperator g = new DenseOperator(2, 3, new double[] {1, 2, 3, 4, 5, 6});

    @Test
    void aGroupOfVectorsIsMultipliedAtOnce() {
        // the vectors (1, 0, −1) and (2, 1, 0), row-major
        assertThat(g.apply(new double[] {1, 2, 0, 1, -1, 0}, 2)).containsExactly(-2, 4, -2, 13);
        assertThat(g.applyTranspose(new double[] {1, 0, 0, 1}, 2)).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void theTransposeIsTheAdjoint() {
        double[] x = KnownSpectrum.gaussian(3, 1);
        double[] y = KnownSpectrum.gaussian(2, 2);
        assertThat(dot(g.apply(x, 1), y)).isCloseTo(dot(x, g.applyTranspose(y, 1)), within(1e-13));
    }

    @Test
    void theGramMatrixIsTheTransposeTimesTheMatrix() {
        assertThat(g.gramMatrix()).containsExactly(17, 22, 27, 22, 29, 36, 27, 36, 45);
        assertThat(g.squaredNorm()).isEqualTo(91);
    }

    @Test
    void aWrongNumberOfEntriesIsRefused() {
        assertThatThrownBy(() -> new DenseOperator(2, 3, new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 x 3 needs 6 entries, got 5");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
