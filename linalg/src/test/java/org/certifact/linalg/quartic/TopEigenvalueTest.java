package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopEigenvalueTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 150})
    void theBoundIsALittleAbove(int n) {
        double[] matrix = KnownSpectrum.symmetric(KnownSpectrum.spread(n, 2, -30), 1);
        assertThat(TopEigenvalue.proved(matrix, n, 0)).isBetween(2.0, 2.001);
        assertThat(TopEigenvalue.proved(matrix, n, 1e-3)).isBetween(2.001, 2.01);
    }

    @Test
    void aClusterIsBoundedToo() {
        double[] matrix = KnownSpectrum.symmetric(KnownSpectrum.spread(200, 1, 0.999), 2);
        assertThat(TopEigenvalue.proved(matrix, 200, 0)).isBetween(1.0, 1.01);
    }

    @Test
    void nothingIsProvedOfAMatrixThatMayBeAnything() {
        assertThat(TopEigenvalue.proved(new double[] {1, 0, 0, 1}, 2, Double.POSITIVE_INFINITY))
                .isInfinite();
    }
}
