package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuarticFormsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 17})
    void everyCoefficientHasItsOwnPlace(int m) {
        QuarticLayout layout = new QuarticLayout(m);
        Set<Integer> places = new HashSet<>();
        long[] orders = {0};
        layout.forEach((at, i, j, k, l) -> {
            assertThat(at).isEqualTo(layout.at(i, j, k, l)).isBetween(0, layout.length() - 1);
            places.add(at);
            orders[0] += QuarticLayout.orders(i, j, k, l);
        });
        assertThat(places).hasSize(m * (m + 1) * (m + 2) * (m + 3) / 24);
        assertThat(orders[0]).isEqualTo((long) m * m * m * m);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void theMatrixOfATensorHasItsForm(int m) {
        QuarticLayout layout = new QuarticLayout(m);
        double[] tensor = KnownSpectrum.gaussian(layout.length(), 1);
        int d = layout.pairs().size();
        double[] matrix = new double[d * d];
        new QuarticForms(layout).addMatrix(tensor, 2, matrix);
        double[] u = KnownSpectrum.gaussian(m, 2);
        double value = NaiveQuartic.value(layout, tensor, u);
        assertThat(NaiveQuartic.form(matrix, layout.pairs().square(u)))
                .isCloseTo(2 * value, within(1e-10 * (1 + Math.abs(value))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void theAverageIsTheProjectionOnTensorsAndKeepsTheForm(int m) {
        QuarticLayout layout = new QuarticLayout(m);
        QuarticForms forms = new QuarticForms(layout);
        SymmetricPairs pairs = layout.pairs();
        int d = pairs.size();
        double[] matrix = KnownSpectrum.symmetric(KnownSpectrum.gaussian(d, 3), 4);
        double[] rest = matrix.clone();
        double[] average = forms.average(matrix);
        forms.addMatrix(average, -1, rest);

        double[] u = KnownSpectrum.gaussian(m, 5);
        double scale = Math.pow(NaiveQuartic.dot(u, u), 2);
        assertThat(NaiveQuartic.form(rest, pairs.square(u))).isCloseTo(0, within(1e-12 * scale));
        // what is left is orthogonal to the matrix of every tensor, and has no average
        double[] other = new double[d * d];
        forms.addMatrix(KnownSpectrum.gaussian(layout.length(), 6), 1, other);
        assertThat(NaiveQuartic.dot(rest, other)).isCloseTo(0, within(1e-10));
        assertThat(java.util.Arrays.stream(forms.average(rest))
                        .map(Math::abs)
                        .max()
                        .orElse(0))
                .isLessThan(1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void monomialsAndPartialTracesAreThoseOfTheTensor(int m) {
        QuarticLayout layout = new QuarticLayout(m);
        QuarticForms forms = new QuarticForms(layout);
        double[] tensor = KnownSpectrum.gaussian(layout.length(), 7);
        double[] u = KnownSpectrum.gaussian(m, 8);
        double[] monomials = forms.monomials(tensor);
        double[] sum = {0};
        layout.forEach((at, i, j, k, l) -> sum[0] += monomials[at] * u[i] * u[j] * u[k] * u[l]);
        double value = NaiveQuartic.value(layout, tensor, u);
        assertThat(sum[0]).isCloseTo(value, within(1e-10 * (1 + Math.abs(value))));

        double[] partial = forms.partialTrace(tensor);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                double expected = 0;
                for (int k = 0; k < m; k++) {
                    expected += NaiveQuartic.entry(layout, tensor, i, j, k, k);
                }
                assertThat(partial[i * m + j]).isCloseTo(expected, within(1e-12));
            }
        }
    }
}
