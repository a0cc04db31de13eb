package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadraticScalingTest {

    @Test
    void theValueIsTheDualOfTheScaledResidual() {
        // Y = (3, 1), X = (1, 2), so that G = (2, −1): ½‖Y‖² − ½‖Y − sG‖²
        QuadraticScaling scaling = new QuadraticScaling(2 * 3 - 1, 4 + 1);
        for (double s : new double[] {0, 0.3, 1, 1.7}) {
            double expected = 0.5 * 10 - 0.5 * ((3 - 2 * s) * (3 - 2 * s) + (1 + s) * (1 + s));
            assertThat(scaling.value(s)).isCloseTo(expected, within(1e-14));
        }
    }

    @Property
    void theBestValueIsThatOfAGridOverTheFeasibleScalings(
            @ForAll @DoubleRange(min = -5, max = 100) double linear,
            @ForAll @DoubleRange(min = 0.1, max = 50) double quadratic,
            @ForAll @DoubleRange(min = 0.1, max = 30) double lambda,
            @ForAll @DoubleRange(min = 0.1, max = 30) double polar) {
        QuadraticScaling scaling = new QuadraticScaling(linear, quadratic);
        double most = lambda / polar;
        double grid = 0;
        for (int i = 0; i <= 1000; i++) {
            grid = Math.max(grid, scaling.value(most * i / 1000));
        }
        // between two points of the grid the parabola rises by no more than this
        double between = 0.5 * quadratic * Math.pow(most / 1000, 2);
        assertThat(scaling.best(lambda, polar)).isBetween(grid - 1e-12 * (1 + grid), grid + between + 1e-12);
    }

    @Property
    void theLargestPolarThatReachesAValueIsTheInverseOfTheBestValue(
            @ForAll @DoubleRange(min = 0.1, max = 100) double linear,
            @ForAll @DoubleRange(min = 0.1, max = 50) double quadratic,
            @ForAll @DoubleRange(min = 0.1, max = 30) double lambda,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        QuadraticScaling scaling = new QuadraticScaling(linear, quadratic);
        double value = share * 0.5 * linear * linear / quadratic;

        double polar = scaling.largestPolarReaching(value, lambda);

        assertThat(scaling.best(lambda, polar)).isCloseTo(value, within(1e-12 * value));
        assertThat(scaling.best(lambda, polar * (1 - 1e-6))).isGreaterThan(value);
        assertThat(scaling.best(lambda, polar * (1 + 1e-6))).isLessThan(value);
    }

    @Test
    void theTopOfTheParabolaIsReachedByEveryPolarUpToItsOwn() {
        QuadraticScaling scaling = new QuadraticScaling(6, 3);
        assertThat(scaling.largestPolarReaching(6, 10)).isEqualTo(5);
        assertThat(scaling.best(10, 5)).isEqualTo(6);
        assertThat(scaling.best(10, 0.1)).isEqualTo(6);
        assertThat(scaling.best(10, 0)).isEqualTo(6);
    }

    @Test
    void smallValuesAreInvertedWithoutCancellation() {
        QuadraticScaling scaling = new QuadraticScaling(1e3, 1);
        double polar = scaling.largestPolarReaching(1e-9, 1);
        assertThat(polar).isCloseTo(1e12, within(1.0));
    }

    @Test
    void valuesAboveTheTopAreReachedByNoPolarAndThoseUpToZeroByAll() {
        QuadraticScaling scaling = new QuadraticScaling(6, 3);
        assertThat(scaling.largestPolarReaching(6 + 1e-9, 10)).isZero();
        assertThat(scaling.largestPolarReaching(0, 10)).isInfinite();
        assertThat(scaling.largestPolarReaching(-1, 10)).isInfinite();
        assertThat(scaling.best(10, Double.POSITIVE_INFINITY)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "-5, 0", "-5, 3", "0, 3"})
    void aResidualThatGivesNoDirectionGivesZero(double linear, double quadratic) {
        QuadraticScaling scaling = new QuadraticScaling(linear, quadratic);
        assertThat(scaling.best(10, 2)).isZero();
        assertThat(scaling.largestPolarReaching(1e-12, 10)).isZero();
        assertThat(scaling.largestPolarReaching(0, 10)).isInfinite();
    }

    @Test
    void noScalingGoesBeyondTheLargest() {
        QuadraticScaling scaling = new QuadraticScaling(6, 3, 1.5);
        assertThat(scaling.best(10, 1)).isEqualTo(scaling.value(1.5));
        assertThat(scaling.best(10, 20)).isEqualTo(scaling.value(0.5));
        assertThat(scaling.largestPolarReaching(scaling.value(1.5), 3)).isEqualTo(2);
        assertThat(scaling.largestPolarReaching(scaling.value(1.5) + 1e-9, 3)).isZero();
    }

    @Test
    void aPolarThatIsNoNumberGivesNoValue() {
        assertThat(new QuadraticScaling(6, 3).best(10, Double.NaN)).isNaN();
    }
}
