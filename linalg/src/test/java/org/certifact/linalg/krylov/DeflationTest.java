package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflationTest {
    private static final int N = 30;

    /** Whatever is taken out: near the top or not, dependent or not. */
    @Property(tries = 300)
    void theBoundHoldsWhateverIsTakenOut(
            @ForAll @IntRange(min = 1, max = 25) int n,
            @ForAll @IntRange(min = 0, max = 30) int count,
            @ForAll @IntRange(min = -8, max = 8) int scale,
            @ForAll @IntRange(min = 0, max = 12) int digits,
            @ForAll long seed) {
        DenseOperator g = new DenseOperator(n + 3, n, KnownSpectrum.gaussian((n + 3) * n, seed));
        double[] near = perturbed(top(g, count), Math.pow(10, -digits), Math.pow(10, scale), seed + 1);
        double polar = largest(g);

        Deflation split = new Deflation(n, near, count, g::applyGram);

        double rest = largest(n, split);
        assertThat(split.lower()).isLessThanOrEqualTo(polar * (1 + 1e-12));
        assertThat(rest).isLessThanOrEqualTo(polar * (1 + 1e-12));
        assertThat(split.upper(rest)).isGreaterThanOrEqualTo(polar * (1 - 1e-13));
        assertThat(split.upper(2 * rest)).isGreaterThanOrEqualTo(split.upper(rest) * (1 - 1e-2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.99})
    void withTheTopTakenOutAnyBoundOfTheRestBelowItWillDo(double bound) {
        DenseOperator g = clustered();
        Deflation split = new Deflation(N, top(g, 5), 5, g::applyGram);
        assertThat(split.lower()).isCloseTo(4, within(1e-12));
        assertThat(largest(N, split)).isCloseTo(0.25, within(1e-12));
        assertThat(split.upper(4 * bound)).isBetween(4.0, 4 * (1 + 1e-11));
    }

    /** Vectors off by ε cost ε² over the distance of the rest. */
    @Test
    void aSmallErrorInWhatIsTakenOutCostsItsSquare() {
        DenseOperator g = clustered();
        double[] near = perturbed(top(g, 5), 1e-3, 1, 3);
        double upper = new Deflation(N, near, 5, g::applyGram).upper(1);
        assertThat(upper).isBetween(4.0, 4 * (1 + 1e-3));
    }

    @Test
    void whatIsMissedIsSeen() {
        DenseOperator g = clustered();
        Deflation split = new Deflation(N, top(g, 4), 4, g::applyGram);
        assertThat(largest(N, split)).isCloseTo(4, within(1e-12));
        assertThat(split.upper(4)).isGreaterThanOrEqualTo(4);
        assertThat(split.upper(5)).isCloseTo(5, within(1e-9));
    }

    @Test
    void nothingTakenOutLeavesEverything() {
        DenseOperator g = clustered();
        double[] x = KnownSpectrum.gaussian(3 * N, 4);
        Deflation none = Deflation.none(N, g::applyGram);
        assertThat(none.rest(x, 3)).containsExactly(g.applyGram(x, 3));
        assertThat(none.upper(7)).isEqualTo(7);
        assertThat(none.lower()).isZero();
        assertThat(none.products()).isZero();
        assertThat(new Deflation(N, new double[2 * N], 2, g::applyGram).upper(7))
                .isEqualTo(7);
    }

    @Test
    void zeroIsBoundedByZero() {
        Deflation split = new Deflation(N, KnownSpectrum.gaussian(2 * N, 5), 2, (x, count) -> new double[x.length]);
        assertThat(split.upper(0)).isZero();
    }

    @Test
    void theRestIsOrthogonalToWhatIsTakenOut() {
        DenseOperator g = clustered();
        double[] near = KnownSpectrum.gaussian(3 * N, 6);
        double[] rest = new Deflation(N, near, 3, g::applyGram).rest(KnownSpectrum.gaussian(2 * N, 7), 2);
        assertThat(DenseRows.cross(near, 3, rest, 2, N, null)).containsExactly(new double[6], within(1e-12));
    }

    /** The vectors taken out and some of the rest's tell together what neither tells alone. */
    @Test
    void ritzVectorsOfBothTogetherAreThoseOfTheSpan() {
        DenseOperator g = clustered();
        double[] off = perturbed(top(g, 5), 0.2, 1, 9);
        Deflation split = new Deflation(N, off, 5, g::applyGram);
        SymmetricEigen rest = SymmetricEigen.of(matrix(N, split), N);
        RitzPairs pairs = new RitzPairs(
                IntStream.range(0, 5).mapToDouble(k -> rest.values()[N - 1 - k]).toArray(), rest.best(5));
        double[] joint = split.ritzAbove(pairs, split.lower() * (1 + 1e-9), 9);
        int found = joint.length / N;
        assertThat(found).isBetween(1, 5);
        assertThat(DenseRows.gram(joint, N, found, null))
                .containsExactly(DenseRows.gram(identity(found), found, found, null), within(1e-9));
        double[] first = DenseRows.leading(joint, N, found, 1);
        assertThat(DenseRows.inner(first, g.applyGram(first, 1))).isBetween(split.lower(), 4.0 * (1 + 1e-12));
        assertThat(split.ritzAbove(pairs, split.lower(), 0)).isEmpty();
        assertThat(split.ritzAbove(pairs, 5, 9)).isEmpty();
    }

    /** Five singular values 2 over others of at most a half. */
    private static DenseOperator clustered() {
        return KnownSpectrum.operator(40, N, KnownSpectrum.cluster(2, 5, KnownSpectrum.spread(N - 5, 0.5, 0)), 8);
    }

    private static double largest(DenseOperator g) {
        return SymmetricEigen.of(g.gramMatrix(), g.columns()).largest();
    }

    private static double largest(int n, Deflation split) {
        return SymmetricEigen.of(matrix(n, split), n).largest();
    }

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    private static double[] matrix(int n, Deflation split) {
        double[] d = split.rest(identity(n), n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                d[i * n + k] = d[k * n + i] = 0.5 * (d[i * n + k] + d[k * n + i]);
            }
        }
        return d;
    }

    /** The top right singular vectors, beginning anew where there are no more. */
    private static double[] top(DenseOperator g, int count) {
        int n = g.columns();
        double[] vectors = SymmetricEigen.of(g.gramMatrix(), n).vectors();
        double[] out = new double[n * count];
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < n; i++) {
                out[i * count + c] = vectors[(n - 1 - c % n) * n + i];
            }
        }
        return out;
    }

    private static double[] perturbed(double[] x, double error, double scale, long seed) {
        double[] noise = KnownSpectrum.gaussian(x.length, seed);
        double[] out = Arrays.copyOf(x, x.length);
        for (int k = 0; k < out.length; k++) {
            out[k] = scale * (out[k] + error * noise[k]);
        }
        return out;
    }
}
