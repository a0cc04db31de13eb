package org.certifact.linalg.krylov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.dense.SymmetricEigen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosChainTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 33, 59})
    void theFactorizationHoldsWithAnOrthonormalBasis(int steps) {
        ChainRun run = run(60).steps(steps);
        double[] next = run.chain().head();

        assertThat(run.chain().steps()).isEqualTo(steps);
        for (int i = 0; i < steps; i++) {
            assertThat(ChainRun.dot(run.basis().get(i), next)).isCloseTo(0, ROUNDING);
            for (int j = 0; j < steps; j++) {
                assertThat(ChainRun.dot(run.basis().get(i), run.basis().get(j))).isCloseTo(i == j ? 1 : 0, ROUNDING);
            }
        }
        for (int j = 0; j + 1 < steps; j++) {
            assertThat(ChainRun.norm(run.defect(j))).isCloseTo(0, ROUNDING);
        }
        double[] last = run.defect(steps - 1);
        double beta = ChainRun.dot(last, next);
        assertThat(beta).isPositive();
        for (int i = 0; i < last.length; i++) {
            assertThat(last[i]).isCloseTo(beta * next[i], ROUNDING);
        }
    }

    @Test
    void tIsTridiagonal() {
        double[][] t = run(40).steps(12).tridiagonal();
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                if (Math.abs(i - j) > 1) {
                    assertThat(t[i][j]).isCloseTo(0, ROUNDING);
                }
            }
        }
    }

    @Test
    void afterAsManyStepsAsRowsTheRitzValuesAreTheEigenvalues() {
        int n = 60;
        double[] spectrum = KnownSpectrum.spread(n, 0, 4);
        ChainRun run = ChainRun.of(KnownSpectrum.symmetric(spectrum, 3), KnownSpectrum.gaussian(n, 4))
                .steps(n);
        assertThat(run.chain().exhausted()).isTrue();
        assertThat(run.chain().ritzValues()).containsExactly(spectrum, within(1e-11));
    }

    @Test
    void ritzValuesInterlaceAndTheLargestRises() {
        ChainRun run = run(60).steps(1);
        double[] before = run.chain().ritzValues();
        for (int k = 2; k < 50; k++) {
            run.step();
            double[] now = run.chain().ritzValues();
            for (int i = 0; i < before.length; i++) {
                assertThat(before[i]).isBetween(now[i] - 1e-12, now[i + 1] + 1e-12);
            }
            assertThat(now[0]).isGreaterThan(-1e-12);
            assertThat(now[k - 1]).isLessThan(1 + 1e-12);
            before = now;
        }
    }

    @Test
    void aRitzVectorIsUnitAndHasItsRitzValueAsRayleighQuotient() {
        ChainRun run = run(60).steps(20);
        SymmetricEigen ritz = run.ritz();
        assertThat(run.chain().ritzValues()).containsExactly(ritz.values(), ROUNDING);
        for (int k : new int[] {0, 7, 19}) {
            double[] x = new double[60];
            for (int j = 0; j < 20; j++) {
                double[] v = run.chain().basis().get(j);
                for (int i = 0; i < x.length; i++) {
                    x[i] += ritz.vectors()[k * 20 + j] * v[i];
                }
            }
            assertThat(ChainRun.norm(x)).isCloseTo(1, ROUNDING);
            assertThat(ChainRun.dot(x, run.a().apply(x, 1))).isCloseTo(ritz.values()[k], ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void aRankDeficientMatrixEndsTheChainSoonAfterItsRank(int rank) {
        int n = 40;
        double[] spectrum = KnownSpectrum.cluster(0, n - rank, KnownSpectrum.spread(rank, 1, 2));
        ChainRun run = ChainRun.diagonal(spectrum, KnownSpectrum.gaussian(n, 5)).steps(n);
        assertThat(run.chain().exhausted()).isTrue();
        // rounding may let it go on for a step or two
        assertThat(run.chain().steps()).isBetween(rank + 1, rank + 3);
        assertThat(run.largestRitz()).isCloseTo(rank == 0 ? 0 : rank == 1 ? 1 : 2, within(1e-12));
        assertThat(run.chain().ritzValues()[0]).isCloseTo(0, ROUNDING);
    }

    @Test
    void oneRowIsOneStep() {
        ChainRun run = ChainRun.diagonal(new double[] {3}, new double[] {-0.2}).steps(5);
        assertThat(run.chain().steps()).isEqualTo(1);
        assertThat(run.chain().exhausted()).isTrue();
        assertThat(run.largestRitz()).isCloseTo(3, ROUNDING);
    }

    @Test
    void aChainThatEndedRefusesAnotherStep() {
        ChainRun run = ChainRun.diagonal(new double[] {3}, new double[] {1}).steps(1);
        assertThatThrownBy(() -> run.chain().expand(new double[] {3}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the Krylov space is invariant after 1 steps: there is no next one");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void aProductThatIsNoNumberIsRefused(double none) {
        LanczosChain chain = new LanczosChain(new double[] {1, 1});
        assertThatThrownBy(() -> chain.expand(new double[] {1, none}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the product of Lanczos step 1 holds NaN or infinite numbers;"
                        + " the operator, and so the factors, must be finite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN})
    void aStartWithoutADirectionIsRefused(double entry) {
        assertThatThrownBy(() -> new LanczosChain(new double[] {entry, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Lanczos start must not be zero");
    }

    private static ChainRun run(int n) {
        return ChainRun.of(KnownSpectrum.symmetric(KnownSpectrum.spread(n, 0, 1), 1), KnownSpectrum.gaussian(n, 2));
    }
}
