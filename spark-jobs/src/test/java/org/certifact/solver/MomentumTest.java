package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentumTest {

    @Test
    void theFirstTwoSweepsDoNotExtrapolate() {
        assertThat(Momentum.NONE.beta()).isZero();
        assertThat(Momentum.NONE.advance().beta()).isZero();
        assertThat(Momentum.NONE.advance().advance().beta()).isPositive();
    }

    @Test
    void theSequenceIsNesterovs() {
        Momentum momentum = Momentum.NONE;
        double t = 1;
        for (int sweep = 0; sweep < 30; sweep++) {
            double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            momentum = momentum.advance();
            assertThat(momentum.t()).isCloseTo(next, within(1e-12));
            assertThat(momentum.beta()).isCloseTo((t - 1) / next, within(1e-12));
            t = next;
        }
    }

    @Test
    void extrapolationGrowsToItsCapAndStaysThere() {
        Momentum momentum = Momentum.NONE;
        double before = 0;
        for (int sweep = 0; sweep < 1000; sweep++) {
            momentum = momentum.advance();
            assertThat(momentum.beta()).isBetween(before, 0.95);
            before = momentum.beta();
        }
        assertThat(momentum.beta()).isEqualTo(0.95);
    }
}
