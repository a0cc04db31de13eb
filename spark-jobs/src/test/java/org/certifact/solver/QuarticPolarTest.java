package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.operator.DenseOperator;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.PlainMatrix;
import org.certifact.matrix.SpreadRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarticPolarTest {
    private static final double GAMMA = 0.2;
    private static final double LONG = 1e6;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 5, 1", "5, 1, 2", "4, 3, 2"})
    void theBoundIsAboveWhatIsAttainedAndNear(int n, int m, int blocks) {
        double[] z = PlainMatrix.flat(PlainMatrix.gaussian(n, m, n + m));
        double attained = attained(z, n, m);
        PolarBound bound = bound(SpreadRows.of(z, m, blocks), attained, LONG);
        assertThat(bound.kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(bound.failureProbability()).isZero();
        assertThat(bound.lower()).isZero();
        assertThat(bound.upper()).isBetween(attained, 1.1 * attained);
    }

    @Test
    void theSpreadOfTheSignalsDoesNotMatter() {
        double[] z = PlainMatrix.flat(PlainMatrix.gaussian(80, 6, 1));
        double once = bound(SpreadRows.of(z, 6, 1), 9, LONG).upper();
        for (int blocks : new int[] {2, 5}) {
            assertThat(bound(SpreadRows.of(z, 6, blocks), 9, LONG).upper()).isCloseTo(once, within(1e-6 * once));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-200, 0x1p200})
    void numbersNearTheLimitsOfADoubleAreBoundedAlike(double scale) {
        double[] z = PlainMatrix.flat(PlainMatrix.gaussian(30, 3, 5));
        double once = bound(SpreadRows.of(z, 3, 1), 5, LONG).upper();
        for (int k = 0; k < z.length; k++) {
            z[k] *= scale;
        }
        assertThat(bound(SpreadRows.of(z, 3, 1), 5 * scale, LONG).upper())
                .isCloseTo(once * scale, within(1e-6 * once * scale));
    }

    @Test
    void withoutTimeTheBoundStillHolds() {
        double[] z = PlainMatrix.flat(PlainMatrix.gaussian(80, 6, 2));
        double attained = attained(z, 80, 6);
        for (double seconds : new double[] {-1, 0, 0.05}) {
            assertThat(bound(SpreadRows.of(z, 6, 2), attained, seconds).upper()).isGreaterThan(attained);
        }
    }

    @Test
    void columnsThatSpanFewDimensionsAreBoundedThere() {
        double[] few = PlainMatrix.flat(PlainMatrix.gaussian(40, 3, 3));
        FactorMatrix z = SpreadRows.of(few, 3, 2);
        double[] isometry = PlainMatrix.flat(new double[][] {{0.6, 0.8, 0, 0}, {0, 0, 1, 0}, {-0.8, 0.6, 0, 0}});
        double expected = bound(z, 5, LONG).upper();
        QuarticPolar three = new QuarticPolar(3);
        assertThat(three.bound(z.times(isometry, 4), 5, GAMMA, new double[0], new double[0], LONG))
                .hasValueSatisfying(found -> assertThat(found.upper()).isCloseTo(expected, within(1e-4 * expected)));
        assertThat(new QuarticPolar(2).bound(z, 5, GAMMA, new double[0], new double[0], LONG))
                .isEmpty();
    }

    @Test
    void tooManyColumnsAreDeclinedUnread() {
        FactorMatrix z = SpreadRows.of(new double[2000], 2000, 1);
        assertThat(QuarticPolar.standard().bound(z, 5, GAMMA, new double[0], new double[0], LONG))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nothingHasAPolarOfNothing(int blocks) {
        assertThat(bound(SpreadRows.of(new double[12], 3, blocks), 1, LONG).upper())
                .isZero();
        assertThat(bound(SpreadRows.of(new double[0], 3, blocks), 1, LONG).upper())
                .isZero();
    }

    @Test
    void atomsAreTakenInTheCoordinatesOfTheSignals() {
        double[] z = PlainMatrix.flat(PlainMatrix.gaussian(100, 8, 4));
        AscentPolar.Found found = ascent(z, 100, 8);
        double[] weights = new double[found.atoms().count()];
        Arrays.fill(weights, 1);
        FactorMatrix signals = SpreadRows.of(z, 8, 2);
        assertThat(QuarticPolar.standard()
                        .bound(signals, found.lower(), GAMMA, found.atoms().right(), weights, LONG))
                .hasValueSatisfying(bound -> assertThat(bound.upper()).isBetween(found.lower(), 1.1 * found.lower()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void lambdaAndGammaArePositiveNumbers(double wrong) {
        FactorMatrix z = SpreadRows.of(new double[] {1}, 1, 1);
        QuarticPolar polar = QuarticPolar.standard();
        assertThatThrownBy(() -> polar.bound(z, wrong, GAMMA, new double[0], new double[0], LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lambda " + wrong + " is not a positive number");
        assertThatThrownBy(() -> polar.bound(z, 1, wrong, new double[0], new double[0], LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gamma " + wrong + " is not a positive number;"
                        + " with gamma 0 the polar is the largest singular value, which SpectralPolar bounds");
    }

    private static PolarBound bound(FactorMatrix z, double lambda, double seconds) {
        return QuarticPolar.standard()
                .bound(z, lambda, GAMMA, new double[0], new double[0], seconds)
                .orElseThrow();
    }

    private static double attained(double[] z, int n, int m) {
        return ascent(z, n, m).lower();
    }

    private static AscentPolar.Found ascent(double[] z, int n, int m) {
        int starts = 40;
        FactorNorm norm = new FactorNorm(new SparseGauge(GAMMA, false), SparseGauge.l2());
        return new AscentPolar(norm, 500)
                .ascend(new DenseOperator(n, m, z), 0, PlainMatrix.flat(PlainMatrix.gaussian(m, starts, 7)), starts, 8);
    }
}
