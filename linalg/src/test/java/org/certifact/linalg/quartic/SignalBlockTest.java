package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalBlockTest {

    @ParameterizedTest
    @CsvSource({"0, 3, 2", "1, 1, 1", "5, 2, 2", "255, 8, 8", "256, 9, 7", "257, 17, 16", "600, 5, 5"})
    void sumsAreTheSums(int rows, int dimension, int leading) {
        double[] z = KnownSpectrum.gaussian(rows * dimension, 1);
        double[] fourth = KnownSpectrum.gaussian(rows + 3, 2);
        double[] second = KnownSpectrum.gaussian(rows + 3, 3);
        SignalBlock block = new SignalBlock(z, rows, dimension);
        QuarticLayout layout = new QuarticLayout(leading);
        SignalPasses.Sums sums = SignalPasses.Sums.of(block.sums(leading, fourth, second, 3), leading);
        assertThat(sums.fourth()).hasSize(layout.length());
        double[] expected = new double[layout.length()];
        double[] gram = new double[leading * leading];
        for (int s = 0; s < rows; s++) {
            double[] x = Arrays.copyOfRange(z, s * dimension, s * dimension + leading);
            double weight = fourth[s + 3];
            layout.forEach((at, i, j, k, l) -> expected[at] += weight * x[i] * x[j] * x[k] * x[l]);
            for (int k = 0; k < gram.length; k++) {
                gram[k] += second[s + 3] * x[k / leading] * x[k % leading];
            }
        }
        layout.forEach((at, i, j, k, l) -> assertThat(sums.fourth()[at]).isCloseTo(expected[at], within(1e-9)));
        assertThat(sums.second()).containsExactly(gram, within(1e-10));
        assertThat(block.sums(leading, null, second, 3)).containsExactly(gram, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 2", "1, 1, 1", "5, 2, 2", "255, 8, 8", "257, 9, 7"})
    void momentsAreTheForms(int rows, int dimension, int leading) {
        double[] z = KnownSpectrum.gaussian(rows * dimension, 4);
        QuarticLayout layout = new QuarticLayout(leading);
        double[] tensor = new double[layout.length()];
        double[] random = KnownSpectrum.gaussian(layout.length(), 5);
        layout.forEach((at, i, j, k, l) -> tensor[at] = random[at]);
        double[] quadratic = KnownSpectrum.symmetric(KnownSpectrum.gaussian(leading, 6), 7);
        double[] moments = new SignalBlock(z, rows, dimension)
                .moments(leading, new QuarticForms(layout).monomials(tensor), quadratic);
        assertThat(moments).hasSize(2 * rows);
        for (int s = 0; s < rows; s++) {
            double[] x = Arrays.copyOfRange(z, s * dimension, s * dimension + leading);
            assertThat(moments[s]).isCloseTo(NaiveQuartic.value(layout, tensor, x), within(1e-8));
            assertThat(moments[rows + s]).isCloseTo(NaiveQuartic.form(quadratic, x), within(1e-10));
        }
    }

    @Test
    void normsAreRoundedUp() {
        double[] norms = new SignalBlock(new double[] {3, 4, 0, 0, 1e-3, 0}, 3, 2).norms();
        assertThat(norms[0]).isGreaterThanOrEqualTo(5).isCloseTo(5, within(1e-10));
        assertThat(norms[1]).isZero();
        assertThat(norms[2]).isGreaterThanOrEqualTo(1e-3);
    }
}
