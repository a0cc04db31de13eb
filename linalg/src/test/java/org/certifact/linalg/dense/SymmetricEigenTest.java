package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    void theFactorizationReproducesTheMatrix(int n) {
        double[] a = KnownSpectrum.symmetric(KnownSpectrum.gaussian(n, 5), 6);
        SymmetricEigen eigen = SymmetricEigen.of(a, n);
        check(eigen, a, n);
        if (n > 0) {
            assertThat(SymmetricEigen.largest(a, n)).isCloseTo(eigen.largest(), ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
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
