package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code P(|cos| < δ)} for a uniform direction, by quadrature: with cos = sin a the density of a is proportional to cosⁿ⁻² a. */
class LeastCosineTest {
    private static final double[] PROBABILITIES = {0.9, 0.5, 0.1, 3e-3, 1e-5, 1e-10};

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 10, 100, 1000, 100_000})
    void aUniformDirectionFallsBelowItNoMoreOftenThanSaid(int n) {
        for (double probability : PROBABILITIES) {
            double below = probabilityBelow(LanczosBundle.leastCosine(n, probability), n);
            assertThat(below).isPositive().isLessThanOrEqualTo(probability);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000, 100_000})
    void littleIsGivenAwayInManyDimensions(int n) {
        for (double probability : new double[] {1e-2, 1e-5, 1e-10}) {
            assertThat(probabilityBelow(LanczosBundle.leastCosine(n, probability), n))
                    .isGreaterThan(probability * (1 - 1.0 / n - 1e-3));
        }
    }

    @Test
    void inOneDimensionTheCosineIsOne() {
        assertThat(LanczosBundle.leastCosine(1, 0.99)).isLessThan(1);
    }

    @Test
    void theQuadratureKnowsTheClosedForms() {
        assertThat(probabilityBelow(0.3, 2)).isCloseTo(2 / Math.PI * Math.asin(0.3), within(1e-9));
        assertThat(probabilityBelow(0.3, 3)).isCloseTo(0.3, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 1000})
    void theQuadratureAgreesWithNormalizedGaussianVectors(int n) {
        int draws = 2000;
        double delta = 0.5 / Math.sqrt(n);
        int below = 0;
        for (int d = 0; d < draws; d++) {
            double[] x = KnownSpectrum.gaussian(n, d);
            below += Math.abs(x[0]) < delta * ChainRun.norm(x) ? 1 : 0;
        }
        double expected = probabilityBelow(delta, n);
        double deviation = Math.sqrt(expected * (1 - expected) / draws);
        assertThat((double) below / draws).isCloseTo(expected, within(4 * deviation));
    }

    private static double probabilityBelow(double delta, int n) {
        return integral(0, Math.asin(delta), n) / integral(0, Math.PI / 2, n);
    }

    /** ∫ cosⁿ⁻² a da by Simpson's rule, up to where the integrand vanishes. */
    private static double integral(double from, double to, int n) {
        double end = Math.min(to, 12 / Math.sqrt(n - 1.0));
        int intervals = 20_000;
        double h = (end - from) / intervals;
        double sum = 0;
        for (int i = 0; i <= intervals; i++) {
            double weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.pow(Math.cos(from + i * h), n - 2);
        }
        return sum * h / 3;
    }
}
