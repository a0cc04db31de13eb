package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bound of one chain: no chance is left in it once the start's cosine with the top eigenvector is known. */
class LanczosChainBoundTest {

    @Property(tries = 150)
    void theBoundHoldsAtEveryStepWhereTheStartIsNoFurtherOffThanSaid(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 12) int digits,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] spectrum = random.doubles(n).toArray();
        spectrum[0] = 1;
        double cosine = n == 1 ? 1 : Math.pow(10, -digits * random.nextDouble());
        ChainRun run = ChainRun.diagonal(spectrum, startAt(cosine, n, seed));

        while (run.step()) {
            assertThat(run.upper(Math.min(0.5, cosine))).isGreaterThanOrEqualTo(1);
            assertThat(run.largestRitz()).isLessThanOrEqualTo(1 + 1e-13);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3", "1e-2", "1e-4", "1e-8"})
    void theBoundIsSharp(double cosine) {
        // eigenvalues 1, 0, 0, …: after one step the mean is γ² and β is γ √(1 − γ²), so the mass at 1 is γ² exactly
        double[] spectrum = new double[10];
        spectrum[0] = 1;
        ChainRun run = ChainRun.diagonal(spectrum, startAt(cosine, 10, 6)).steps(1);

        assertThat(run.upper(cosine * (1 - 1e-9))).isBetween(1.0, 1 + 2e-4);
        assertThat(run.upper(cosine * (1 + 1e-3))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 1e-8", "1e-4, 1e-10", "1e-4, 1e-12", "1e-8, 1e-6", "1e-8, 1e-10", "1e-11, 1e-4", "1e-11, 1e-8"})
    void aChainThatSeemsToHaveEndedDoesNotHideAnEigenvalueItHardlySaw(double cosine, double gap) {
        // all but the top are equal: β is cosine · gap, which may look like rounding
        int n = 60;
        double[] spectrum = KnownSpectrum.cluster(1 - gap, n, new double[0]);
        spectrum[0] = 1;
        ChainRun run = ChainRun.diagonal(spectrum, startAt(cosine, n, 7));

        while (run.step()) {
            assertThat(run.upper(cosine)).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void theBoundFallsFromStepToStep() {
        int n = 80;
        ChainRun run = ChainRun.diagonal(KnownSpectrum.spread(n, 1, 0), KnownSpectrum.gaussian(n, 8));
        double before = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 60; k++) {
            run.step();
            double now = run.upper(1e-4);
            // the search for the bound stops within 1e-4 of its distance from the Ritz value
            assertThat(now).isLessThanOrEqualTo(before + 2e-4 * (before - run.largestRitz()));
            before = now;
        }
        assertThat(before).isBetween(1.0, 1 + 1e-6);
    }

    @Test
    void aSmallerCosineMeansALooserBound() {
        ChainRun run = ChainRun.diagonal(KnownSpectrum.spread(80, 1, 0), KnownSpectrum.gaussian(80, 9))
                .steps(10);
        double before = run.largestRitz();
        for (double delta : new double[] {0.5, 1e-1, 1e-2, 1e-4, 1e-8, 1e-12}) {
            assertThat(run.upper(delta)).isGreaterThan(before);
            before = run.upper(delta);
        }
    }

    @Test
    void theBoundScalesWithTheMatrix() {
        double[] spectrum = KnownSpectrum.spread(50, 1, 0);
        double[] start = KnownSpectrum.gaussian(50, 10);
        double plain = ChainRun.diagonal(spectrum, start).steps(8).upper(1e-4);
        for (double scale : new double[] {1e-100, 1e-8, 1e8, 1e100}) {
            double[] scaled = Arrays.stream(spectrum).map(t -> scale * t).toArray();
            double upper = ChainRun.diagonal(scaled, start).steps(8).upper(1e-4);
            assertThat(upper / scale).isCloseTo(plain, within(1e-3 * plain));
        }
    }

    @Test
    void aProductThatIsRoundedToAnEigenvectorsIsNotTakenForOne() {
        // I + η z zᵀ, z = (½, ½, ½, ½): at cosine 2⁻³⁰ the share of z in the product lies below the last bit, and β is
        // 0
        double gap = 0x1p-40;
        double cosine = 0x1p-30;
        double[] a = new double[16];
        for (int i = 0; i < 16; i++) {
            a[i] = (i % 5 == 0 ? 1 : 0) + gap / 4;
        }
        double[] start = new double[4];
        for (int i = 0; i < 4; i++) {
            start[i] = (i % 2 == 0 ? 0.5 : -0.5) + cosine / 2;
        }
        ChainRun run = ChainRun.of(a, start).steps(1);
        assertThat(run.a().apply(start, 1)).containsExactly(start);
        assertThat(run.chain().exhausted()).isTrue();
        assertThat(run.upper(cosine)).isGreaterThanOrEqualTo(1 + gap);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "9"})
    void afterAsManyStepsAsRowsTheStartNoLongerMatters(int n) {
        ChainRun run = ChainRun.diagonal(KnownSpectrum.spread(n, 1, 0.1), KnownSpectrum.gaussian(n, 12))
                .steps(n);
        assertThat(run.chain().steps()).isEqualTo(n);
        assertThat(run.upper(1e-13)).isBetween(1.0, 1 + 1e-12);
    }

    @Test
    void theZeroMatrixIsBoundedByZero() {
        ChainRun run =
                ChainRun.diagonal(new double[5], KnownSpectrum.gaussian(5, 11)).steps(5);
        assertThat(run.chain().steps()).isEqualTo(1);
        assertThat(run.upper(1e-4)).isZero();
    }

    /** A start with the given cosine to the first axis, in a random direction otherwise. */
    private static double[] startAt(double cosine, int n, long seed) {
        double[] start = KnownSpectrum.gaussian(n, seed);
        start[0] = 0;
        double rest = ChainRun.norm(start);
        double sine = Math.sqrt(1 - cosine * cosine);
        for (int i = 1; i < n; i++) {
            start[i] *= sine / rest;
        }
        start[0] = cosine * (1 + 1e-12);
        return start;
    }
}
