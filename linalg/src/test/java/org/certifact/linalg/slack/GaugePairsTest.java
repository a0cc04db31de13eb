package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cones that the slack does not use only shrink the set of atoms, so that its bound holds for them too. */
class GaugePairsTest {
    private static final double LAMBDA = 2;
    private static final double GAMMA = 0.4;

    record Pair(Slack slack, FactorNorm norm) {}

    static Stream<Pair> pairs() {
        Slack none = new NoSlack();
        Slack rows = new RowNormSlack(LAMBDA, GAMMA);
        return Stream.of(
                new Pair(none, new FactorNorm(SparseGauge.nonnegativeL2(), SparseGauge.l2())),
                new Pair(none, new FactorNorm(new SparseGauge(GAMMA, false), SparseGauge.l2())),
                new Pair(
                        new NonnegativeSlack(),
                        new FactorNorm(new SparseGauge(GAMMA, true), SparseGauge.nonnegativeL2())),
                new Pair(rows, new FactorNorm(new SparseGauge(GAMMA, true), SparseGauge.l2())),
                new Pair(rows, new FactorNorm(new SparseGauge(GAMMA, false), SparseGauge.nonnegativeL2())),
                new Pair(rows, new FactorNorm(new SparseGauge(GAMMA, true), SparseGauge.nonnegativeL2())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theBoundHolds(Pair pair) {
        for (long seed = 0; seed < 40; seed++) {
            assertThat(found(pair, seed)).isLessThanOrEqualTo(LAMBDA * (1 + 1e-12));
        }
    }

    /** A test of the test: gauges with larger balls do pass it. */
    @Property(tries = 20)
    void theBoundDoesNotHoldForOtherGauges(@ForAll long seed) {
        FactorNorm plain = new FactorNorm(SparseGauge.l2(), SparseGauge.l2());
        assertThat(found(new Pair(new RowNormSlack(LAMBDA, GAMMA), plain), seed))
                .isGreaterThan(LAMBDA);
    }

    private static double found(Pair pair, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = Matrices.spectral(5, 4, LAMBDA, random);
        // along A, where a slack does most harm
        double[] s = new double[20];
        for (int k = 0; k < s.length; k++) {
            s[k] = 5 * a[k] + 0.1 * random.nextGaussian();
        }
        pair.slack().apply(s, 5, 4);
        double[] starts = Matrices.gaussian(4 * 40, 1, random);
        return new AscentPolar(pair.norm(), 50)
                .ascend(new DenseOperator(5, 4, Matrices.minus(a, s)), 0, starts, 40, 1)
                .lower();
    }
}
