package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.dense.SymmetricEigen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P(M) is the projection on a convex set exactly if ⟨M − P, X − P⟩ ≤ 0 for all X in it. */
class SpectraplexTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0.1", "9, 10", "40, 0.01", "90, 0.001", "90, 5"})
    void theProjectionIsTheNearestPoint(int d, double scale) {
        double[] matrix = KnownSpectrum.symmetric(KnownSpectrum.spread(d, -scale, scale), 1);
        Spectraplex set = new Spectraplex(d);
        double[] p = set.project(matrix);
        double[] off = matrix.clone();
        double trace = 0;
        for (int k = 0; k < p.length; k++) {
            off[k] -= p[k];
            trace += k % (d + 1) == 0 ? p[k] : 0;
        }
        assertThat(trace).isCloseTo(1, within(1e-12));
        SymmetricEigen eigen = SymmetricEigen.of(p, d);
        assertThat(eigen.values()[0]).isGreaterThan(-1e-13);
        assertThat(java.util.Arrays.stream(eigen.values())
                        .filter(t -> t > 1e-12)
                        .count())
                .isLessThanOrEqualTo(set.rank());
        // over the set ⟨off, X⟩ is largest at the top eigenvector of off
        assertThat(SymmetricEigen.of(off, d).largest() - NaiveQuartic.dot(off, p))
                .isCloseTo(0, within(1e-12 * (1 + scale)));
        // a second projection starts with the rank of the first
        assertThat(set.project(matrix)).containsExactly(p, within(1e-12));
    }
}
