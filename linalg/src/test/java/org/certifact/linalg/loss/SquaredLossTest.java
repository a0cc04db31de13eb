package org.certifact.linalg.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquaredLossTest extends LossContract {

    @Override
    Loss loss() {
        return new SquaredLoss();
    }

    @Test
    void itIsHalfTheSquare() {
        assertThat(loss().value(3, 1)).isEqualTo(2);
        assertThat(loss().derivative(3, 1)).isEqualTo(-2);
        assertThat(loss().curvature()).isEqualTo(1);
    }
}
