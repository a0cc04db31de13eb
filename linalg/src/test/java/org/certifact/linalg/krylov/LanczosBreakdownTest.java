package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosBreakdownTest {
    private static final double FAILURE = 1e-10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aRankDeficientMatrixIsBoundedWhenItsKrylovSpacesEnd(int rank) {
        double[] spectrum = KnownSpectrum.cluster(0, 100 - rank, KnownSpectrum.spread(rank, 5, 1));
        LanczosBundle bundle = LanczosBundleTest.expand(LanczosBundleTest.bundle(spectrum, 4, 1, FAILURE), 50);
        assertThat(bundle.exhausted()).isTrue();
        // rounding may let a chain go on for a step or two
        assertThat(bundle.steps()).isBetween(rank + 1, rank + 3);
        assertThat(bundle.lower()).isBetween(5 * (1 - 1e-13), 5 * (1 + 1e-13));
        assertThat(bundle.upper()).isBetween(5.0, 5 * (1 + 1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void aMultipleOfTheIdentityIsBoundedInOneStep(int n) {
        LanczosBundle bundle = LanczosBundleTest.bundle(KnownSpectrum.cluster(0.7, n, new double[0]), 4, 2, FAILURE);
        bundle.expand();
        assertThat(bundle.exhausted()).isTrue();
        assertThat(bundle.upper()).isBetween(0.7, 0.7 * (1 + 1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void theZeroMatrixIsBoundedByZero(int n) {
        LanczosBundle bundle = LanczosBundleTest.bundle(new double[n], 3, 3, FAILURE);
        bundle.expand();
        assertThat(bundle.exhausted()).isTrue();
        assertThat(bundle.lower()).isZero();
        assertThat(bundle.upper()).isZero();
    }

    @Test
    void aStepBeyondTheEndChangesNothing() {
        LanczosBundle bundle = LanczosBundleTest.bundle(new double[] {1, 2, 3}, 2, 4, FAILURE);
        LanczosBundleTest.expand(bundle, 10);
        double upper = bundle.upper();
        assertThat(bundle.steps()).isEqualTo(3);
        bundle.expand();
        assertThat(bundle.steps()).isEqualTo(3);
        assertThat(bundle.upper()).isEqualTo(upper).isBetween(3.0, 3 * (1 + 1e-9));
    }
}
