package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bound of a run beside the worst case over all matrices: λ_max ≤ θ / (1 − ε) but with probability
 * 1.648 √n e^{−√ε (2k − 1)} a start (Kuczyński and Woźniakowski, 1992, theorem 4.1).
 */
class KuczynskiWozniakowskiTest {
    private static final double FAILURE = 1e-10;

    static Stream<double[]> spectra() {
        return Stream.of(
                KnownSpectrum.spread(300, 0, 1),
                KnownSpectrum.spread(300, 0.99, 1),
                KnownSpectrum.cluster(1, 20, KnownSpectrum.spread(280, 0, 0.9)),
                KnownSpectrum.cluster(0, 250, KnownSpectrum.spread(50, 0.5, 1)),
                power(300, 4),
                power(300, 0.25),
                chebyshev(300));
    }

    @ParameterizedTest
    @MethodSource("spectra")
    void theBoundIsNeverWorseThanTheWorstCase(double[] spectrum) {
        for (int starts : new int[] {1, 4}) {
            for (int seed = 0; seed < 3; seed++) {
                LanczosBundle bundle = LanczosBundleTest.bundle(spectrum, starts, seed, FAILURE);
                for (int k = 1; k <= 60 && !bundle.exhausted(); k++) {
                    bundle.expand();
                    assertThat(bundle.upper())
                            .as("starts %s, seed %s, step %s", starts, seed, k)
                            .isLessThanOrEqualTo(worstCase(bundle.lower(), spectrum.length, starts, k) * (1 + 1e-10));
                }
            }
        }
    }

    private static double worstCase(double ritz, int n, int starts, int k) {
        double exponent = Math.log(1.648 * Math.sqrt(n) / Math.pow(FAILURE, 1.0 / starts));
        double epsilon = Math.pow(exponent / (2 * k - 1), 2);
        return epsilon < 1 ? ritz / (1 - epsilon) : Double.POSITIVE_INFINITY;
    }

    private static double[] power(int n, double exponent) {
        double[] spectrum = KnownSpectrum.spread(n, 0, 1);
        for (int i = 0; i < n; i++) {
            spectrum[i] = Math.pow(spectrum[i], exponent);
        }
        return spectrum;
    }

    /** Dense at both ends, as the extremal matrices of the worst case are. */
    private static double[] chebyshev(int n) {
        double[] spectrum = KnownSpectrum.spread(n, 0, Math.PI);
        for (int i = 0; i < n; i++) {
            spectrum[i] = 0.5 - 0.5 * Math.cos(spectrum[i]);
        }
        return spectrum;
    }
}
