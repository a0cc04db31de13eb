package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.certify.Verdict;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void aBudgetOfSweepsIsSpentByTheLastOfThem() {
        Budget budget = new Budget(null, 2);
        budget.sweep();
        assertThat(budget.spent()).isEmpty();
        budget.sweep();
        assertThat(budget.sweeps()).isEqualTo(2);
        assertThat(budget.spent()).contains(Verdict.ITERATION_LIMIT);
    }

    @Test
    void aBudgetOfTimeIsSpentBeforeOneOfSweeps() {
        Budget budget = new Budget(0.0, 0);
        assertThat(budget.seconds()).isGreaterThanOrEqualTo(0);
        assertThat(budget.spent()).contains(Verdict.TIME_LIMIT);
    }

    @Test
    void timeThatIsLeftSpendsNothing() {
        assertThat(new Budget(3600.0, 1).spent()).isEmpty();
    }

    @Test
    void sweepsCountOnAndTimeBeginsAnewWhereARunGoesOn() {
        Budget budget = new Budget(3600.0, 12);
        budget.resume(10, 7200);
        assertThat(budget.seconds()).isBetween(7200.0, 7260.0);
        assertThat(budget.spent()).isEmpty();
        budget.sweep();
        budget.sweep();
        assertThat(budget.spent()).contains(Verdict.ITERATION_LIMIT);
    }

    @Test
    void anInterruptedRunIsToldSoBeforeAnyLimit() {
        Budget budget = new Budget(0.0, 0);
        budget.interrupt();
        assertThat(budget.spent()).contains(Verdict.INTERRUPTED);
    }
}
