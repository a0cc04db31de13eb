package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosBundleTest {
    private static final double FAILURE = 1e-10;

    /** Each number of a start is drawn by the key of its place, so that an operator in another order gets the same starts. */
    @Test
    void startsFollowTheirKeys() {
        double[] spectrum = KnownSpectrum.gaussian(20, 3);
        double[] turned = new double[20];
        for (int i = 0; i < 20; i++) {
            spectrum[i] *= spectrum[i];
            turned[19 - i] = spectrum[i];
        }
        LanczosBundle one = new LanczosBundle(20, 3, 5, i -> i, FAILURE, product(spectrum));
        LanczosBundle other = new LanczosBundle(20, 3, 5, i -> 19 - i, FAILURE, product(turned));
        LanczosBundle unlike = new LanczosBundle(20, 3, 5, i -> i, FAILURE, product(turned));
        for (LanczosBundle bundle : List.of(one, other, unlike)) {
            expand(bundle, 4);
        }
        assertThat(other.lower()).isCloseTo(one.lower(), within(1e-13));
        assertThat(other.upper()).isCloseTo(one.upper(), within(1e-10));
        assertThat(unlike.lower()).isNotCloseTo(one.lower(), within(1e-6));
    }

    /** Whichever thread it struck. */
    @Test
    void aProductThatIsNoNumberIsNamed() {
        for (int attempt = 0; attempt < 50; attempt++) {
            LanczosBundle bundle = new LanczosBundle(5, 8, attempt, i -> i, FAILURE, (x, count) -> {
                double[] y = new double[x.length];
                Arrays.fill(y, Double.NaN);
                return y;
            });

            assertThatThrownBy(bundle::expand)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageStartingWith("the product of Lanczos step 1 holds NaN or infinite numbers");
        }
    }

    @Property(tries = 120)
    void theLargestEigenvalueLiesBetweenTheBoundsAtEveryStep(
            @ForAll @IntRange(min = 1, max = 150) int n,
            @ForAll @IntRange(min = 1, max = 8) int starts,
            @ForAll long seed) {
        double[] spectrum = KnownSpectrum.gaussian(n, seed);
        double top = 0;
        for (int i = 0; i < n; i++) {
            spectrum[i] *= spectrum[i];
            top = Math.max(top, spectrum[i]);
        }
        LanczosBundle bundle = bundle(spectrum, starts, seed, FAILURE);
        assertThat(bundle.upper()).isInfinite();
        assertThat(bundle.lower()).isZero();
        double before = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= 30 && !bundle.exhausted(); k++) {
            bundle.expand();
            double ofTheLeast = bundle.upper();
            bundle.tighten(bound -> true);
            assertThat(bundle.upper()).isLessThanOrEqualTo(ofTheLeast);
            assertThat(bundle.steps()).isEqualTo(k);
            assertThat(bundle.lower()).isLessThanOrEqualTo(top * (1 + 1e-13));
            assertThat(bundle.upper()).isGreaterThanOrEqualTo(top);
            assertThat(bundle.upper()).isLessThanOrEqualTo(before * (1 + 1e-12) + 1e-3 * (before - bundle.lower()));
            before = bundle.upper();
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1e-3, 80", "1, 1e-3, 140", "4, 1e-6, 130"})
    void theBoundsCloseInOnTheTopOfAnEvenSpectrum(int starts, double distance, int steps) {
        LanczosBundle bundle = bundle(KnownSpectrum.spread(400, 0, 1), starts, 1, FAILURE);
        expand(bundle, steps);
        assertThat(bundle.upper()).isBetween(1.0, 1 + distance);
        assertThat(bundle.lower()).isBetween(1 - distance, 1 + 1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50})
    void aTopOfAnyMultiplicityWithAGapBelowIsBoundedInFewSteps(int multiplicity) {
        double[] spectrum = KnownSpectrum.cluster(1, multiplicity, KnownSpectrum.spread(1000 - multiplicity, 0, 0.5));
        LanczosBundle bundle = bundle(spectrum, 4, 2, FAILURE);
        expand(bundle, 18);
        assertThat(bundle.upper()).isBetween(1.0, 1 + 1e-6);
    }

    @Test
    void threeStepsOnAnEvenSpectrumAreNoProofOfMuch() {
        LanczosBundle bundle = bundle(KnownSpectrum.spread(500, 0, 1), 4, 3, FAILURE);
        expand(bundle, 3);
        assertThat(bundle.upper()).isGreaterThan(1.5);
    }

    @Test
    void moreStartsNeedFewerSteps() {
        double[] spectrum = KnownSpectrum.spread(500, 0, 1);
        double before = Double.POSITIVE_INFINITY;
        for (int starts : new int[] {1, 2, 4, 8}) {
            LanczosBundle bundle = bundle(spectrum, starts, 4, FAILURE);
            expand(bundle, 20);
            assertThat(bundle.upper()).isLessThan(before);
            before = bundle.upper();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "10, 1", "200, 1", "200, 3"})
    void theBoundFailsAsOftenAsSaidAndNoMore(int n, int starts) {
        // one step on the eigenvalues 1, 0, 0, … fails just where every |cos| is below δ
        double probability = 0.2;
        double[] spectrum = new double[n];
        spectrum[0] = 1;
        int seeds = 3000;
        int failures = 0;
        for (int seed = 0; seed < seeds; seed++) {
            LanczosBundle bundle = bundle(spectrum, starts, seed, probability);
            bundle.expand();
            bundle.tighten(bound -> true);
            failures += bundle.upper() < 1 ? 1 : 0;
        }
        double deviation = Math.sqrt(probability * (1 - probability) / seeds);
        assertThat((double) failures / seeds).isBetween(0.4 * probability, probability + 3 * deviation);
    }

    /** A proof that nobody wants is not sought, and what is known stays. */
    @Test
    void aBoundIsLoweredOnlyWhereItIsEnough() {
        LanczosBundle bundle = bundle(KnownSpectrum.spread(400, 0, 1), 4, 1, FAILURE);
        for (int k = 0; k < 20; k++) {
            bundle.expand();
        }
        double known = bundle.upper();
        bundle.tighten(bound -> bound < 1);
        assertThat(bundle.upper()).isEqualTo(known);
        bundle.tighten(bound -> bound < known);
        assertThat(bundle.upper()).isBetween(1.0, known * (1 - 1e-3));
    }

    @Test
    void theStartsFollowFromTheSeed() {
        double[] spectrum = KnownSpectrum.spread(50, 0, 1);
        LanczosBundle one = expand(bundle(spectrum, 2, 5, FAILURE), 6);
        LanczosBundle same = expand(bundle(spectrum, 2, 5, FAILURE), 6);
        LanczosBundle other = expand(bundle(spectrum, 2, 6, FAILURE), 6);
        assertThat(same.upper()).isEqualTo(one.upper());
        assertThat(same.lower()).isEqualTo(one.lower());
        assertThat(other.upper()).isNotEqualTo(one.upper());
    }

    @Test
    void jointRitzVectorsAboveAThresholdAreOrthonormalAndAccurate() {
        double[] spectrum = KnownSpectrum.cluster(0, 97, new double[] {1, 2, 3});
        LanczosBundle bundle = bundle(spectrum, 2, 7, FAILURE);
        expand(bundle, 10);
        double[] two = bundle.ritzAbove(1.5, 10).vectors();
        assertThat(two).hasSize(200);
        assertThat(bundle.ritzAbove(1.5, 10).values()).containsExactly(new double[] {3, 2}, within(1e-9));
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < 100; i++) {
                assertThat(Math.abs(two[2 * i + c])).isCloseTo(i == 99 - c ? 1 : 0, within(1e-9));
            }
        }
        double[] one = bundle.ritzAbove(1.5, 1).vectors();
        assertThat(one).hasSize(100);
        assertThat(Math.abs(one[99])).isCloseTo(1, within(1e-9));
        assertThat(bundle.ritzAbove(4, 10).vectors()).isEmpty();
    }

    /** Four steps of a chain cannot tell eight eigenvalues apart; eight starts together can. */
    @Test
    void startsTogetherResolveWhatEachAloneCannot() {
        double[] top = {5.0, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7};
        double[] spectrum = KnownSpectrum.cluster(0, 292, top);
        LanczosBundle bundle = bundle(spectrum, 8, 3, FAILURE);
        expand(bundle, 4);
        double[] vectors = bundle.ritzAbove(4.9, 20).vectors();
        assertThat(vectors).hasSize(8 * 300);
        double inside = 0;
        for (int k = 292 * 8; k < vectors.length; k++) {
            inside += vectors[k] * vectors[k];
        }
        assertThat(inside).isCloseTo(8, within(1e-9));
        assertThat(bundle(spectrum, 1, 3, FAILURE)).satisfies(alone -> {
            expand(alone, 4);
            assertThat(alone.ritzAbove(4.9, 20).values().length).isLessThan(5);
        });
    }

    @Test
    void bundlesThatBoundNothingAreRefused() {
        refuses(0, 1, 0.1, "size 0, starts 1: both must be at least 1, or nothing is bounded");
        refuses(3, 0, 0.1, "size 3, starts 0: both must be at least 1, or nothing is bounded");
        refuses(3, 1, 0, "failure probability 0.0 is not in (0, 1)");
        refuses(3, 1, 1, "failure probability 1.0 is not in (0, 1)");
        refuses(3, 1, Double.NaN, "failure probability NaN is not in (0, 1)");
    }

    private static void refuses(int size, int starts, double probability, String message) {
        assertThatThrownBy(() -> new LanczosBundle(size, starts, 1, i -> i, probability, (x, count) -> x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static LanczosBundle bundle(double[] spectrum, int starts, long seed, double probability) {
        return new LanczosBundle(spectrum.length, starts, seed, i -> i, probability, product(spectrum));
    }

    static LanczosBundle expand(LanczosBundle bundle, int steps) {
        for (int k = 0; k < steps && !bundle.exhausted(); k++) {
            bundle.expand();
            bundle.tighten(bound -> true);
        }
        return bundle;
    }

    /** diag(spectrum): Gaussian starts look the same in every basis. */
    private static LanczosBundle.Product product(double[] spectrum) {
        return (x, count) -> {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= spectrum[i / count];
            }
            return y;
        };
    }
}
