package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** (|t| − c)₊² ≤ p t⁴ + q t² for |t| ≤ τ, in exact arithmetic, and with no p much smaller. */
class EnvelopeLineTest {
    private static final int GRID = 400;

    @Property(tries = 500)
    void theLineLiesAboveTheSoftThreshold(
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double q,
            @ForAll @Scale(12) @DoubleRange(min = -9, max = 9) double threshold,
            @ForAll @Scale(12) @DoubleRange(min = -3, max = 6) double tau) {
        double c = Math.pow(10, threshold);
        liesAbove(c, q, c * Math.pow(10, tau));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2",
        "0, 1.999999",
        "0, 2.000001",
        "0, 1",
        "0, 0.5",
        "1, 100",
        "1, 1e-3",
        "1e-16, 3",
        "0.9999999999999999, 1e9"
    })
    void theLineLiesAboveAtTheEdges(double q, double tau) {
        liesAbove(1, q, tau);
        liesAbove(0.2, q, 0.2 * tau);
    }

    private static void liesAbove(double c, double q, double tau) {
        double p = new EnvelopeLine(c).slope(q, tau);
        assertThat(p).isNotNegative().isFinite();
        for (int k = 1; k <= GRID; k++) {
            assertThat(slack(c, p, q, tau * k / GRID))
                    .as("t = %s", tau * k / GRID)
                    .isNotNegative();
        }
        // where the tangent touches: t = c/x
        double x = (3 - Math.sqrt(1 + 8 * q)) / 4;
        for (double step = -1e-6; step <= 1e-6 && x > 0; step += 2e-7) {
            double t = c / x * (1 + step);
            if (t <= tau) {
                assertThat(slack(c, p, q, t)).as("t = %s", t).isNotNegative();
            }
        }
    }

    /** p t⁴ + q t² − (t − c)₊², the sign of it exact. */
    private static double slack(double c, double p, double q, double t) {
        BigDecimal square = new BigDecimal(t).pow(2);
        BigDecimal over = new BigDecimal(t).subtract(new BigDecimal(c)).max(BigDecimal.ZERO);
        return new BigDecimal(p)
                .multiply(square)
                .add(new BigDecimal(q))
                .multiply(square)
                .subtract(over.pow(2), MathContext.UNLIMITED)
                .doubleValue();
    }

    @Property(tries = 300)
    void aSmallerSlopeWouldCutIt(
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 0.98) double q,
            @ForAll @Scale(12) @DoubleRange(min = 1.01, max = 100) double tau) {
        double p = new EnvelopeLine(1).slope(q, tau);
        double least = Double.POSITIVE_INFINITY;
        double x = (3 - Math.sqrt(1 + 8 * q)) / 4;
        for (double t : new double[] {tau, Math.min(tau, 1 / x)}) {
            double over = Math.max(0, t - 1);
            least = Math.min(least, p * t * t * t * t + q * t * t - over * over);
        }
        double flat = 1 - 1 / tau;
        if (q < flat * flat * (1 - 1e-6)) {
            assertThat(least).isLessThan(1e-9 * tau * tau);
        } else if (q > flat * flat * (1 + 1e-6)) {
            assertThat(p).isLessThan(1e-12);
        }
    }

    @Property(tries = 300)
    void theInterceptGivesTheLeastValueForItsMoments(
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 50) double square,
            @ForAll @Scale(12) @DoubleRange(min = 0.5, max = 20) double tau) {
        double moment = Math.min(square, tau * tau);
        EnvelopeLine line = new EnvelopeLine(1);
        double q = line.intercept(moment, tau);
        assertThat(q).isBetween(0.0, 1.0);
        double best = line.slope(q, tau) * moment + q;
        for (int k = 0; k <= GRID; k++) {
            double other = (double) k / GRID;
            assertThat(line.slope(other, tau) * moment + other).isGreaterThanOrEqualTo(best * (1 - 1e-9) - 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9999, 1, 1.5, 2, 7, 1e6})
    void theFlatLineNeedsNoSlope(double tau) {
        EnvelopeLine line = new EnvelopeLine(1);
        double flat = line.flat(tau);
        assertThat(line.slope(flat, tau)).isLessThan(1e-12);
        assertThat(slack(1, 0, flat, tau)).isNotNegative();
        assertThat(flat).isCloseTo(Math.pow(Math.max(0, 1 - 1 / tau), 2), within(1e-12));
    }

    @Test
    void withoutAnInterceptTheLineIsThatOfTheOrigin() {
        assertThat(new EnvelopeLine(0.5).slope(0, 10)).isCloseTo(1 / (16 * 0.25), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void theThresholdIsAPositiveNumber(double threshold) {
        assertThatThrownBy(() -> new EnvelopeLine(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold " + threshold + " is not a positive number");
    }
}
