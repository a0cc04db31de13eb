package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.certifact.linalg.loss.LogisticLoss;
import org.junit.jupiter.api.Test;

class SearchedScalingTest {

    @Property(tries = 300)
    void ofAParabolaItFindsWhatTheFormulaGives(
            @ForAll @DoubleRange(min = -5, max = 100) double linear,
            @ForAll @DoubleRange(min = 0.1, max = 50) double quadratic,
            @ForAll @DoubleRange(min = 0.1, max = 30) double lambda,
            @ForAll @DoubleRange(min = 0.1, max = 30) double polar,
            @ForAll @DoubleRange(min = 0.1, max = 20) double largest,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        QuadraticScaling exact = new QuadraticScaling(linear, quadratic, largest);
        DualScaling searched = new SearchedScaling(exact::value, largest);
        double best = exact.best(lambda, polar);

        assertThat(searched.best(lambda, polar)).isBetween(best * (1 - 1e-6), best * (1 + 1e-12));

        double value = share * exact.best(1, 0);
        double reaching = searched.largestPolarReaching(value, lambda);
        assertThat(reaching).isLessThanOrEqualTo(exact.largestPolarReaching(value, lambda) * (1 + 1e-12));
        assertThat(exact.best(lambda, reaching)).isBetween(value * (1 - 1e-12), value * (1 + 1e-5) + 1e-12);
    }

    @Test
    void ofLabelsItFindsTheTopOfAGrid() {
        LogisticLoss loss = new LogisticLoss();
        double[] slopes = {-0.9, -0.6, -0.2, -0.05};
        java.util.function.DoubleUnaryOperator dual = s -> {
            double sum = 0;
            for (double slope : slopes) {
                sum -= loss.conjugate(1, s * slope);
            }
            return sum;
        };
        double grid = 0;
        for (int k = 0; k <= 10_000; k++) {
            grid = Math.max(grid, dual.applyAsDouble(k / 10_000.0 / 0.9));
        }
        DualScaling scaling = new SearchedScaling(dual, 1 / 0.9);
        assertThat(scaling.best(1, 0)).isCloseTo(grid, within(1e-7));
        assertThat(scaling.best(1, 4)).isEqualTo(dual.applyAsDouble(0.25));
        assertThat(scaling.largestPolarReaching(grid + 1e-3, 1)).isZero();
        assertThat(scaling.largestPolarReaching(0, 1)).isInfinite();
        double polar = scaling.largestPolarReaching(1, 1);
        assertThat(dual.applyAsDouble(1 / polar)).isBetween(1.0, 1 + 1e-5);
    }

    @Test
    void withoutAnyScalingItIsZero() {
        DualScaling none = new SearchedScaling(s -> 0, 0);
        assertThat(none.best(1, 1)).isZero();
        assertThat(none.largestPolarReaching(1e-9, 1)).isZero();
        assertThat(none.best(1, Double.NaN)).isNaN();
    }
}
