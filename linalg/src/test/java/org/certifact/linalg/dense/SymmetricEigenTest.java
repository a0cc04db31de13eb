package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, SymmetricEigen.SMALL, SymmetricEigen.SMALL + 1})
    void theFactorizationReproducesTheMatrix(int n) {
        double[] a = KnownSpectrum.symmetric(KnownSpectrum.gaussian(n, 5), 6);
        SymmetricEigen eigen = SymmetricEigen.of(a, n);
        check(eigen, a, n);
        if (n > 0) {
            assertThat(SymmetricEigen.largest(a, n)).isCloseTo(eigen.largest(), ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, SymmetricEigen.SMALL, SymmetricEigen.SMALL + 1})
    void theEigenvaluesOfATridiagonalMatrixAreThoseOfTheFullOne(int n) {
        double[] diagonal = KnownSpectrum.gaussian(n, 7);
        double[] off = KnownSpectrum.gaussian(Math.max(0, n - 1), 8);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = diagonal[i];
            if (i + 1 < n) {
                a[i * n + i + 1] = off[i];
                a[(i + 1) * n + i] = off[i];
            }
        }
        double[] values = SymmetricEigen.tridiagonalValues(diagonal, off, n);
        assertThat(values).containsExactly(SymmetricEigen.of(a, n).values(), within(1e-13 * (1 + n)));
    }

    @Test
    void aTridiagonalMatrixMayBeTheHeadOfLongerArraysWhichAreKept() {
        double[] diagonal = {2, 2, 2, 99};
        double[] off = {1, 1, 99, 99};
        assertThat(SymmetricEigen.tridiagonalValues(diagonal, off, 3))
                .containsExactly(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, ROUNDING);
        assertThat(diagonal).containsExactly(2, 2, 2, 99);
        assertThat(off).containsExactly(1, 1, 99, 99);
    }

    @Test
    void eigenvaluesOfHighMultiplicityHaveOrthonormalVectors() {
        int n = 30;
        double[] a =
                KnownSpectrum.symmetric(KnownSpectrum.cluster(3, 12, KnownSpectrum.cluster(0, 18, new double[0])), 9);
        SymmetricEigen eigen = SymmetricEigen.of(a, n);
        check(eigen, a, n);
        assertThat(Arrays.copyOfRange(eigen.values(), 18, 30)).containsOnly(filled(12, 3), ROUNDING);
    }

    @Property(tries = 100)
    void smallMatricesHaveTheEigenvaluesThatLapackFinds(
            @ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed, @ForAll @IntRange(max = 12) int decades) {
        double[] given = KnownSpectrum.gaussian(n, seed);
        Arrays.setAll(given, k -> given[k] * Math.pow(10, -(double) decades * k / n));
        double[] a = KnownSpectrum.symmetric(given, seed + 1);
        double[] lapack = SymmetricEigen.largeValues(a, n);
        Offset<Double> rounding = within(1e-14 * n * Math.max(-lapack[0], lapack[n - 1]));
        assertThat(SymmetricEigen.values(a, n)).containsExactly(lapack, rounding);
        SymmetricEigen eigen = SymmetricEigen.of(a, n);
        assertThat(eigen.values()).containsExactly(lapack, rounding);
        check(eigen, a, n);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-300, 1, 0x1p300, 0x1p1000})
    void noScaleIsLost(double scale) {
        double[] a = {2 * scale, scale, 0, scale, 2 * scale, scale, 0, scale, 2 * scale};
        double[] known = {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)};
        assertThat(over(SymmetricEigen.of(a, 3).values(), scale)).containsExactly(known, ROUNDING);
        assertThat(over(SymmetricEigen.values(a, 3), scale)).containsExactly(known, ROUNDING);
        double[] twos = {2 * scale, 2 * scale, 2 * scale};
        assertThat(over(SymmetricEigen.tridiagonalValues(twos, new double[] {scale, scale}, 3), scale))
                .containsExactly(known, ROUNDING);
    }

    private static double[] over(double[] x, double scale) {
        return Arrays.stream(x).map(value -> value / scale).toArray();
    }

    @Test
    void blocksThatDoNotMeetAreTakenApart() {
        double[] a = {0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5};
        SymmetricEigen eigen = SymmetricEigen.of(a, 4);
        check(eigen, a, 4);
        assertThat(eigen.values()).containsExactly(new double[] {-1, 0, 1, 5}, ROUNDING);
        check(SymmetricEigen.of(new double[16], 4), new double[16], 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-40, 1e-150, 1e-160, 1e-162, 1e-300, Double.MIN_VALUE})
    void numbersTooSmallToBeSquaredDoNoHarm(double tiny) {
        double[] a = {0, tiny, 2 * tiny, 3 * tiny, tiny, 1, 0.5, 0, 2 * tiny, 0.5, 1, 0, 3 * tiny, 0, 0, tiny};
        check(SymmetricEigen.of(a, 4), a, 4);
        assertThat(SymmetricEigen.values(a, 4)).containsExactly(new double[] {0, 0, 0.5, 1.5}, ROUNDING);
        double[] apart = {1, 0, 0, 0, 0, tiny, 0, tiny, 0};
        check(SymmetricEigen.of(apart, 3), apart, 3);
    }

    @Test
    void theMatrixIsKept() {
        double[] a = {2, 1, 1, 2};
        assertThat(SymmetricEigen.of(a, 2).values()).containsExactly(new double[] {1, 3}, ROUNDING);
        assertThat(SymmetricEigen.largest(a, 2)).isCloseTo(3, ROUNDING);
        assertThat(a).containsExactly(2, 1, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void nothingIsMadeOfNumbersThatAreNone(double none) {
        String message = "a 2 x 2 matrix that holds " + none + " has no eigenvalues";
        assertThatThrownBy(() -> SymmetricEigen.of(new double[] {2, none, none, 2}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> SymmetricEigen.largest(new double[] {2, none, none, 2}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> SymmetricEigen.tridiagonalValues(new double[] {2, none}, new double[] {1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> SymmetricEigen.tridiagonalValues(new double[] {2, 2}, new double[] {none}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(message);
    }

    private static void check(SymmetricEigen eigen, double[] a, int n) {
        assertThat(eigen.size()).isEqualTo(n);
        assertThat(eigen.values()).isSorted();
        double[] rebuilt = new double[n * n];
        double[] products = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    rebuilt[i * n + j] += eigen.values()[k] * eigen.vectors()[k * n + i] * eigen.vectors()[k * n + j];
                    products[i * n + j] += eigen.vectors()[i * n + k] * eigen.vectors()[j * n + k];
                }
            }
        }
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        assertThat(rebuilt).containsExactly(a, ROUNDING);
        assertThat(products).containsExactly(identity, ROUNDING);
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    /** LAPACK in Java gives the same vector twice there. */
    @Test
    void leadingVectorsOfEqualEigenvaluesAreOrthonormal() {
        int n = 20;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = 0.09;
        }
        SymmetricEigen leading = SymmetricEigen.leading(matrix, n, 5);
        for (int a = 0; a < 5; a++) {
            assertThat(leading.values()[a]).isCloseTo(0.09, within(1e-15));
            for (int b = 0; b < 5; b++) {
                double inner = 0;
                for (int i = 0; i < n; i++) {
                    inner += leading.vectors()[a * n + i] * leading.vectors()[b * n + i];
                }
                assertThat(inner).isCloseTo(a == b ? 1 : 0, within(1e-10));
            }
        }
    }
}
