package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the iteration arrives at: the matrix that is factorized has the form of the lines' quartics. */
class QuarticProofTest {
    private static final double LAMBDA = 3;
    private static final double GAMMA = 0.1;

    @ParameterizedTest
    @CsvSource({"1, 1, 3, 1", "2, 2, 7, 2", "2, 1, 7, 1", "5, 5, 40, 3", "6, 3, 40, 9", "9, 4, 300, 4"})
    void theMatrixHasTheFormOfTheLines(int m, int leading, int n, int steps) {
        double[] z = KnownSpectrum.gaussian(n * m, 1);
        LocalSignals signals = new LocalSignals(z, n, m);
        SignalLines lines = new SignalLines(LAMBDA, GAMMA, signals.norms());
        SaddleIteration saddle = iterated(signals, lines, leading, steps);
        double[] correction = saddle.correction();
        QuarticProof proof = new QuarticProof(signals, lines, saddle.intercepts(), leading, correction);

        double s = saddle.scale();
        double[] fourth = lines.fourth(saddle.intercepts(), s);
        double[] second = lines.second(saddle.intercepts(), s);
        double[] matrix = proof.matrix(fourth, second);
        double bound = proof.proved(s);
        SymmetricPairs pairs = new SymmetricPairs(m);
        for (int seed = 2; seed < 12; seed++) {
            double[] u = NaiveQuartic.unit(KnownSpectrum.gaussian(m, seed));
            double expected = 0;
            double thresholds = 0;
            for (int j = 0; j < n; j++) {
                double t = 0;
                for (int i = 0; i < m; i++) {
                    t += z[j * m + i] * u[i];
                }
                expected += fourth[j] * Math.pow(t, 4) + second[j] * t * t;
                thresholds += Math.pow(Math.max(0, s * Math.abs(t) - LAMBDA * GAMMA) / LAMBDA, 2);
            }
            double form = NaiveQuartic.form(matrix, pairs.square(u));
            assertThat(form).isCloseTo(expected, within(1e-10 * expected));
            assertThat(thresholds).isLessThanOrEqualTo(form).isLessThanOrEqualTo(bound);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 7", "7, 12"})
    void theCorrectionHasNoForm(int m, int steps) {
        LocalSignals signals = new LocalSignals(KnownSpectrum.gaussian(30 * m, 3), 30, m);
        SignalLines lines = new SignalLines(LAMBDA, GAMMA, signals.norms());
        double[] correction = iterated(signals, lines, m, steps).correction();
        QuarticLayout layout = new QuarticLayout(m);
        double[] average = new QuarticForms(layout).average(correction);
        layout.forEach((at, i, j, k, l) -> assertThat(average[at]).isCloseTo(0, within(1e-14)));
        int d = layout.pairs().size();
        double largest = 0;
        for (int k = 0; k < d * d; k++) {
            assertThat(correction[k]).isEqualTo(correction[k % d * d + k / d]);
            largest = Math.max(largest, Math.abs(correction[k]));
        }
        if (m > 1) {
            assertThat(largest).isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "6, 3"})
    void aCorrectionThatHasAFormIsPaidFor(int m, int leading) {
        int n = 50;
        LocalSignals signals = new LocalSignals(KnownSpectrum.gaussian(n * m, 4), n, m);
        SignalLines lines = new SignalLines(LAMBDA, GAMMA, signals.norms());
        SaddleIteration saddle = iterated(signals, lines, leading, 3);
        double honest = new QuarticProof(signals, lines, saddle.intercepts(), leading, saddle.correction())
                .proved(saddle.scale());
        // −I has the form −1: it would lower the bound by as much
        double[] wrong = saddle.correction();
        int d = new SymmetricPairs(leading).size();
        for (int a = 0; a < d; a++) {
            wrong[a * d + a] -= 0.3;
        }
        assertThat(new QuarticProof(signals, lines, saddle.intercepts(), leading, wrong).proved(saddle.scale()))
                .isGreaterThanOrEqualTo(honest * (1 - 1e-5));
    }

    private static SaddleIteration iterated(LocalSignals signals, SignalLines lines, int leading, int steps) {
        double[] axes = new double[signals.dimension()];
        java.util.Arrays.fill(axes, 1);
        SaddleIteration saddle = new SaddleIteration(
                signals,
                lines,
                leading,
                Directions.of(new double[0], new double[0], axes).tensor(leading),
                0.1);
        for (int k = 0; k < steps; k++) {
            saddle.step(k < 5 ? 20 : 6);
        }
        return saddle;
    }
}
