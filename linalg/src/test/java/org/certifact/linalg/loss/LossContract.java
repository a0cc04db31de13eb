package org.certifact.linalg.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;

/** What ties a loss's four functions to each other, on a grid of data and values. */
abstract class LossContract {
    static final double[] VALUES = KnownSpectrum.spread(41, -6, 6);

    abstract Loss loss();

    /** What y may be. */
    double[] data() {
        return new double[] {-3, -0.5, 0, 1, 4.25};
    }

    @Test
    void theDerivativeIsThatOfTheValue() {
        double h = 1e-5;
        for (double y : data()) {
            for (double x : VALUES) {
                double difference = (loss().value(y, x + h) - loss().value(y, x - h)) / (2 * h);
                assertThat(loss().derivative(y, x)).isCloseTo(difference, within(1e-6));
            }
        }
    }

    @Test
    void valueAndConjugateExceedTheProductAndMeetItAtTheDerivative() {
        for (double y : data()) {
            for (double x : VALUES) {
                double slope = loss().derivative(y, x);
                assertThat(loss().value(y, x) + loss().conjugate(y, slope)).isCloseTo(x * slope, within(1e-12));
                for (double z : VALUES) {
                    assertThat(loss().value(y, x) + loss().conjugate(y, z)).isGreaterThanOrEqualTo(x * z - 1e-12);
                    assertThat(loss().conjugate(y, z)).satisfies(conjugate -> {
                        if (Math.abs(z) > loss().largestSlope()) {
                            assertThat(conjugate).isInfinite().isPositive();
                        } else if (loss().quadraticConjugate()) {
                            assertThat(conjugate).isCloseTo(z * y + 0.5 * z * z, within(1e-12));
                        }
                    });
                }
            }
        }
    }

    @Test
    void aParabolaTouchesItAndLiesAboveIt() {
        for (double y : data()) {
            for (double x : VALUES) {
                double curvature = loss().curvature(y, x);
                assertThat(curvature).isPositive().isLessThanOrEqualTo(loss().curvature());
                for (double t : VALUES) {
                    double parabola = loss().value(y, x)
                            + loss().derivative(y, x) * (t - x)
                            + 0.5 * curvature * (t - x) * (t - x);
                    assertThat(loss().value(y, t)).isLessThanOrEqualTo(parabola + 1e-12);
                }
            }
        }
    }

    @Test
    void noSlopeIsSteeperThanTheLargestAndNoneIsBelowZero() {
        for (double y : data()) {
            for (double x : VALUES) {
                assertThat(Math.abs(loss().derivative(y, x))).isLessThanOrEqualTo(loss().largestSlope());
                assertThat(loss().value(y, x)).isGreaterThanOrEqualTo(0);
            }
            assertThat(loss().conjugate(y, 0)).isZero();
        }
    }

    @Test
    void theDerivativeRisesAndNoFasterThanTheCurvature() {
        for (double y : data()) {
            for (int i = 1; i < VALUES.length; i++) {
                double step = VALUES[i] - VALUES[i - 1];
                double rise = loss().derivative(y, VALUES[i]) - loss().derivative(y, VALUES[i - 1]);
                assertThat(rise).isBetween(-1e-12, loss().curvature() * step + 1e-12);
            }
        }
    }
}
