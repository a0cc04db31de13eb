package org.certifact.linalg.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuberLossTest extends LossContract {
    private static final double THRESHOLD = 1.37;

    @Override
    Loss loss() {
        return new HuberLoss(THRESHOLD);
    }

    @Test
    void itIsWhatIsLeftOnceTheBestSparsePartIsTaken() {
        for (double x : VALUES) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = -100_000; k <= 100_000; k++) {
                double s = 1e-4 * k;
                least = Math.min(least, 0.5 * (1 - x - s) * (1 - x - s) + THRESHOLD * Math.abs(s));
            }
            assertThat(loss().value(1, x)).isCloseTo(least, within(1e-8));
        }
    }

    @Test
    void whereTheThresholdIsLargeItIsTheSquaredLoss() {
        Loss wide = new HuberLoss(20);
        Loss squared = new SquaredLoss();
        for (double x : VALUES) {
            assertThat(wide.value(1, x)).isEqualTo(squared.value(1, x));
            assertThat(wide.derivative(1, x)).isEqualTo(squared.derivative(1, x));
            assertThat(wide.conjugate(1, x)).isEqualTo(squared.conjugate(1, x));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aThresholdIsAPositiveNumber(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HuberLoss(threshold))
                .withMessageContaining("threshold " + threshold);
    }
}
