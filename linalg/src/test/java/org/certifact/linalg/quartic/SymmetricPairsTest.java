package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricPairsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyPairHasItsPlace(int m) {
        SymmetricPairs pairs = new SymmetricPairs(m);
        assertThat(pairs.size()).isEqualTo(m * (m + 1) / 2);
        for (int a = 0; a < pairs.size(); a++) {
            assertThat(pairs.first(a)).isBetween(0, pairs.second(a));
            assertThat(pairs.second(a)).isLessThan(m);
            assertThat(pairs.at(pairs.first(a), pairs.second(a))).isEqualTo(a);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void productsOfSquaresAreSquaresOfProducts(int m) {
        double[] u = KnownSpectrum.gaussian(m, 1);
        double[] v = KnownSpectrum.gaussian(m, 2);
        SymmetricPairs pairs = new SymmetricPairs(m);
        assertThat(NaiveQuartic.dot(pairs.square(u), pairs.square(v)))
                .isCloseTo(Math.pow(NaiveQuartic.dot(u, v), 2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void theProductIsHalfOfBothProducts(int m) {
        double[] a = KnownSpectrum.symmetric(KnownSpectrum.gaussian(m, 3), 4);
        double[] x = KnownSpectrum.symmetric(KnownSpectrum.gaussian(m, 5), 6);
        SymmetricPairs pairs = new SymmetricPairs(m);
        int d = pairs.size();
        double[] matrix = new double[d * d];
        pairs.addProduct(a, 3, matrix);
        for (int p = 0; p < d; p++) {
            double image = 0;
            for (int q = 0; q < d; q++) {
                assertThat(matrix[p * d + q]).isCloseTo(matrix[q * d + p], within(1e-14));
                image += matrix[p * d + q] * pairs.weight(q) * x[pairs.first(q) * m + pairs.second(q)];
            }
            double expected = 0;
            for (int k = 0; k < m; k++) {
                int i = pairs.first(p);
                int j = pairs.second(p);
                expected += 1.5 * (a[i * m + k] * x[k * m + j] + x[i * m + k] * a[k * m + j]);
            }
            assertThat(image).isCloseTo(pairs.weight(p) * expected, within(1e-12));
        }
        double[] u = KnownSpectrum.gaussian(m, 7);
        assertThat(NaiveQuartic.form(matrix, pairs.square(u)))
                .isCloseTo(3 * NaiveQuartic.form(a, u) * NaiveQuartic.dot(u, u), within(1e-11));
    }
}
