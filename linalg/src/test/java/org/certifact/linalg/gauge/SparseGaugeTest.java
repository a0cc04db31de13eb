package org.certifact.linalg.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed forms. */
class SparseGaugeTest {
    @Property
    void withoutSparsityThePolarIsTheLength(@ForAll @Size(4) double[] a) {
        double[] small = java.util.Arrays.stream(a).map(Math::atan).toArray();
        double length = Math.sqrt(GaugeContract.dot(small, small));
        assertThat(SparseGauge.l2().polar(small)).isCloseTo(length, within(1e-14 * (1 + length)));
    }

    @Test
    void onANonnegativeConeThePolarIsTheLengthOfThePositivePart() {
        assertThat(SparseGauge.nonnegativeL2().polar(new double[] {3, -7, 4})).isCloseTo(5, within(1e-14));
    }

    /** Of one number, and of n equal ones, which share the ℓ₂ part: a/(1 + γ) and a/(1/√n + γ). */
    @Property
    void thePolarOfEqualNumbers(
            @ForAll @DoubleRange(min = 0.01, max = 100) double a, @ForAll @DoubleRange(min = 0, max = 5) double gamma) {
        SparseGauge gauge = new SparseGauge(gamma, false);
        assertThat(gauge.polar(new double[] {-a})).isCloseTo(a / (1 + gamma), within(1e-12 * a));
        assertThat(gauge.polar(new double[] {a, -a, a, a})).isCloseTo(a / (0.5 + gamma), within(1e-12 * a));
    }

    @Test
    void manySmallNumbersBesideALargeOneAreLeftOutOfTheSupport() {
        double[] a = {10, 0.1, -0.2};
        assertThat(new SparseGauge(1, false).support(a)).isCloseTo(5, within(1e-13));
        assertThat(a).containsExactly(new double[] {0.5, 0, 0}, within(1e-13));
    }

    @Test
    void theProxShrinksEntriesFirstAndThenTheLength() {
        double[] x = {5, -5, 1};
        // soft threshold 2 · ½ = 1 leaves (4, −4, 0); the length 4√2 falls by 2
        double shrink = 1 - 2 / (4 * Math.sqrt(2));
        double value = new SparseGauge(0.5, false).prox(x, 2);
        assertThat(x).containsExactly(new double[] {4 * shrink, -4 * shrink, 0}, within(1e-14));
        assertThat(value).isCloseTo((4 * Math.sqrt(2) - 2) + 0.5 * 8 * shrink, within(1e-13));
    }

    @Test
    void aTransposedNormHasItsGaugesExchanged() {
        FactorNorm norm = new FactorNorm(SparseGauge.l2(), new SparseGauge(0.1, true));
        assertThat(norm.transposed()).isEqualTo(new FactorNorm(new SparseGauge(0.1, true), SparseGauge.l2()));
        assertThat(FactorNorm.nonnegative().left().nonnegative()).isTrue();
        assertThat(FactorNorm.nonnegative().right().nonnegative()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void aSparsityThatIsNoWeightIsRefused(double gamma) {
        assertThatThrownBy(() -> new SparseGauge(gamma, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sparsity " + gamma + " is not at least 0");
    }
}
