package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void whatIsEnoughIsReachedAndNothingAboveIt() {
        assertThat(Goal.of(2).reached(2, NEVER)).isTrue();
        assertThat(Goal.of(2).reached(2.1, NEVER)).isFalse();
        assertThat(Goal.of(2).reached(2.1, 2.2)).isFalse();
    }

    @Test
    void whatIsBetterIsWaitedForWhereAFewEpochsWillDo() {
        Goal goal = new Goal(2, 1);
        assertThat(goal.reached(1.9, 3.8)).isFalse();
        assertThat(goal.reached(1.9, NEVER)).isFalse();
        assertThat(goal.reached(1, 1.1)).isTrue();
    }

    @Test
    void whatIsBetterIsNotWaitedForWhereTheDescentStalls() {
        Goal goal = new Goal(2, 1);
        assertThat(goal.reached(1.9, 2)).isTrue();
        assertThat(goal.reached(1.9, 1.8)).isTrue();
        assertThat(goal.reached(2.1, 2.2)).isFalse();
    }

    @Test
    void aGapThatIsNoNumberEndsTheDescent() {
        assertThat(new Goal(2, 1).reached(Double.NaN, 3)).isTrue();
    }
}
