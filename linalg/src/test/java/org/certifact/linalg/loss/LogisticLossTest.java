package org.certifact.linalg.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticLossTest extends LossContract {

    @Override
    Loss loss() {
        return new LogisticLoss();
    }

    @Override
    double[] data() {
        return new double[] {-1, 0, 1};
    }

    @Test
    void itIsMinusTheLogarithmOfTheLabelsChance() {
        double chance = 1 / (1 + Math.exp(-1.7));
        assertThat(loss().value(1, 1.7)).isCloseTo(-Math.log(chance), within(1e-15));
        assertThat(loss().value(0, 1.7)).isCloseTo(-Math.log(1 - chance), within(1e-15));
        assertThat(loss().value(-1, 1.7)).isEqualTo(loss().value(0, 1.7));
    }

    @Test
    void valuesFarOutNeitherOverflowNorVanish() {
        assertThat(loss().value(1, -1000)).isEqualTo(1000);
        assertThat(loss().value(1, 40)).isCloseTo(Math.exp(-40), within(1e-30));
        assertThat(loss().derivative(1, -1000)).isEqualTo(-1);
        assertThat(loss().derivative(0, -1000)).isZero();
        assertThat(loss().curvature(1, 1e4)).isEqualTo(0.5e-4);
    }

    @Test
    void theConjugateIsMinusTheEntropyAndZeroAtCertainty() {
        assertThat(loss().conjugate(1, -0.5)).isCloseTo(-Math.log(2), within(1e-15));
        assertThat(loss().conjugate(1, -1)).isZero();
        assertThat(loss().conjugate(1, 0.1)).isInfinite();
        assertThat(loss().conjugate(0, 0.25)).isEqualTo(loss().conjugate(1, -0.75));
    }

    @Test
    void theSeriesMeetsTheFormulaWhereItEnds() {
        double below = Math.nextDown(1e-3);
        assertThat(loss().curvature(1, below)).isCloseTo(loss().curvature(1, 1e-3), within(1e-13));
        assertThat(loss().curvature(1, 0)).isEqualTo(0.25);
    }
}
