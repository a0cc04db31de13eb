package org.certifact.linalg.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;

/** What ties a loss's four functions to each other, on a grid of data and values. */
abstract class LossContract {
    private static final double[] DATA = {-3, -0.5, 0, 1, 4.25};
    private static final double[] VALUES = KnownSpectrum.spread(41, -6, 6);

    abstract Loss loss();

    @Test
    void theDerivativeIsThatOfTheValue() {
        double h = 1e-5;
        for (double y : DATA) {
            for (double x : VALUES) {
                double difference = (loss().value(y, x + h) - loss().value(y, x - h)) / (2 * h);
                assertThat(loss().derivative(y, x)).isCloseTo(difference, within(1e-6));
            }
        }
    }

    @Test
    void valueAndConjugateExceedTheProductAndMeetItAtTheDerivative() {
        for (double y : DATA) {
            for (double x : VALUES) {
                double slope = loss().derivative(y, x);
                assertThat(loss().value(y, x) + loss().conjugate(y, slope)).isCloseTo(x * slope, within(1e-12));
                for (double z : VALUES) {
                    assertThat(loss().value(y, x) + loss().conjugate(y, z)).isGreaterThanOrEqualTo(x * z - 1e-12);
                }
            }
        }
    }

    @Test
    void theDerivativeRisesAndNoFasterThanTheCurvature() {
        for (double y : DATA) {
            for (int i = 1; i < VALUES.length; i++) {
                double step = VALUES[i] - VALUES[i - 1];
                double rise = loss().derivative(y, VALUES[i]) - loss().derivative(y, VALUES[i - 1]);
                assertThat(rise).isBetween(-1e-12, loss().curvature() * step + 1e-12);
            }
        }
    }
}
