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

    @Test
    void whereTheEstimateSawAPartOfTheGapThatPartOfWhatIsWantedIsTheGoal() {
        assertThat(new Goal(0.7, 0.7).beyond(Goal.of(0.7), 0.7, 1.4)).isEqualTo(new Goal(0.35, 0.35));
        assertThat(new Goal(0.7, 0.7).beyond(Goal.of(0.7), 0.7, 7)).isEqualTo(new Goal(0.35, 0.1 * 0.7));
        assertThat(new Goal(0.7, 0.7).beyond(Goal.of(0.7), 0.7, 0.9)).isEqualTo(Goal.of(0.7 / 0.9 * 0.7));
    }

    @Test
    void whereTheEstimateSawTheWholeGapTheGoalStays() {
        Goal goal = new Goal(0.7, 0.6);
        assertThat(goal.beyond(Goal.of(2), 0.7, 1)).isSameAs(goal);
        assertThat(goal.beyond(Goal.NONE, 0.7, 1)).isSameAs(goal);
    }

    @Test
    void whatOnlyLacksAProofComesNearer() {
        Goal goal = new Goal(0.7, 0.7);
        assertThat(goal.beyond(Goal.of(0.6), 0.7, 0.5)).isEqualTo(Goal.of(0.35 * 0.6));
        assertThat(goal.beyond(Goal.NONE, 0.7, 0.5)).isSameAs(goal);
    }
}
