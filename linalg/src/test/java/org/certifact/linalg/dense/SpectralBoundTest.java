package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralBoundTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 2", "63, 1", "63, 5", "64, 7", "65, 1", "65, 60", "130, 1", "130, 20"})
    void aNumberBelowTheTopIsNeverProvedAndOneAboveIs(int n, int multiplicity) {
        for (double scale : new double[] {1e-8, 1, 1e12}) {
            double[] spectrum =
                    KnownSpectrum.cluster(scale, multiplicity, KnownSpectrum.spread(n - multiplicity, 0, 0.9 * scale));
            double[] a = KnownSpectrum.symmetric(spectrum, n + multiplicity);

            assertThat(SpectralBound.provesBelow(a, n, scale * (1 - 1e-9), 0)).isFalse();
            assertThat(SpectralBound.provesBelow(a, n, scale * (1 + 1e-7), 0)).isTrue();
        }
    }

    @Property(tries = 150)
    void noFalseBoundIsProvedWhateverTheSpectrum(
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @DoubleRange(max = 15) double digits,
            @ForAll long seed) {
        // all eigenvalues within [1 − 10^−digits, 1]: a cluster as tight as rounding, or none
        double[] spectrum = KnownSpectrum.spread(n, 1, 1 - Math.pow(10, -digits));
        double[] a = KnownSpectrum.symmetric(spectrum, seed);

        assertThat(SpectralBound.provesBelow(a, n, 1 - 1e-9, 0)).isFalse();
        assertThat(SpectralBound.provesBelow(a, n, 1 + 1e-7, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 63, 64, 65, 127, 128, 129})
    void oneTooLargeEigenvalueIsFoundWhereverItHides(int place) {
        int n = 130;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = i == place ? 1.0 : 0.5;
        }
        assertThat(SpectralBound.provesBelow(a, n, 1 - 1e-9, 0)).isFalse();
        assertThat(SpectralBound.provesBelow(a, n, 1 + 1e-9, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 65})
    void theErrorOfTheMatrixIsKeptFree(int n) {
        double[] a = KnownSpectrum.symmetric(KnownSpectrum.spread(n, 1, 0), 3);
        assertThat(SpectralBound.provesBelow(a, n, 1.001, 0.00099)).isTrue();
        assertThat(SpectralBound.provesBelow(a, n, 1.001, 0.00101)).isFalse();
        assertThat(SpectralBound.provesBelow(a, n, 1.001, Double.NaN)).isFalse();
        assertThat(SpectralBound.provesBelow(a, n, 1.001, Double.POSITIVE_INFINITY))
                .isFalse();
    }

    @Test
    void anythingBelowTheMarginOfRoundingIsNotProved() {
        // λ_max is exactly 1: the bound 1 holds, but rounding could hide that it does not
        double[] identity = {1, 0, 0, 1};
        assertThat(SpectralBound.provesBelow(identity, 2, 1, 0)).isFalse();
        assertThat(SpectralBound.provesBelow(identity, 2, 1 + 4 * Math.ulp(1.0), 0))
                .isFalse();
        assertThat(SpectralBound.provesBelow(identity, 2, 1 + 1e-13, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 130})
    void notANumberProvesNothing(int n) {
        for (int place : new int[] {0, n / 2, n - 1}) {
            double[] a = KnownSpectrum.symmetric(KnownSpectrum.spread(n, 1, 0), 4);
            a[place * n + place] = Double.NaN;
            assertThat(SpectralBound.provesBelow(a, n, 10, 0)).isFalse();
            a[place * n + place] = 0.5;
            a[(n - 1) * n + place] = Double.NaN;
            a[place * n + n - 1] = Double.NaN;
            assertThat(SpectralBound.provesBelow(a, n, 10, 0)).isFalse();
        }
        double[] zero = new double[n * n];
        assertThat(SpectralBound.provesBelow(zero, n, Double.NaN, 0)).isFalse();
        assertThat(SpectralBound.provesBelow(zero, n, Double.POSITIVE_INFINITY, 0))
                .isFalse();
    }

    @Test
    void infiniteEntriesProveNothing() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(SpectralBound.provesBelow(new double[] {infinity}, 1, 10, 0)).isFalse();
        assertThat(SpectralBound.provesBelow(new double[] {-infinity}, 1, 10, 0))
                .isFalse();
        assertThat(SpectralBound.provesBelow(new double[] {1, infinity, infinity, 1}, 2, 10, 0))
                .isFalse();
    }

    @Test
    void aMatrixWithNegativeEigenvaluesIsBoundedByItsLargest() {
        double[] a = KnownSpectrum.symmetric(new double[] {-50, -3, 0.5}, 5);
        assertThat(SpectralBound.provesBelow(a, 3, 0.5 + 1e-9, 0)).isTrue();
        assertThat(SpectralBound.provesBelow(a, 3, 0.5 - 1e-9, 0)).isFalse();
    }

    @Test
    void theMatrixIsKept() {
        double[] a = KnownSpectrum.symmetric(KnownSpectrum.spread(70, 1, 0), 6);
        double[] before = a.clone();
        SpectralBound.provesBelow(a, 70, 2, 0);
        assertThat(Arrays.equals(a, before)).isTrue();
    }
}
