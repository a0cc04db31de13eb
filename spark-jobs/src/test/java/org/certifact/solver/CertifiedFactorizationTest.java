package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.certifact.linalg.certify.Verdict;
import org.junit.jupiter.api.Test;

class CertifiedFactorizationTest {
    private static final double TOLERANCE = 1e-2;
    private static final int MAX_RANK = 10;

    @Test
    void itEndsCertifiedWithTheFirstSmallGap() {
        ScriptedProblem problem =
                new ScriptedProblem(1, bounds(2, 0), bounds(1.5, 0.5), bounds(1, 0.995), bounds(1, 1));
        Outcome<Integer> outcome = run(problem, unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors()).isEqualTo(2);
        assertThat(outcome.certificate().dual()).isEqualTo(0.995);
        assertThat(problem.calls)
                .containsExactly(
                        "prune", "certify", "grow", "descend", "prune", "certify", "grow", "descend", "prune",
                        "certify");
    }

    @Test
    void aStartThatIsGoodEnoughIsNotTouched() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(1, 0.995));
        assertThat(run(problem, unlimited()).verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(problem.calls).containsExactly("prune", "certify");
    }

    @Test
    void aColumnThatTheProofDoesWithoutIsLeftOut() {
        ScriptedProblem problem =
                new ScriptedProblem(3, bounds(2, 0), bounds(1, 0.995), bounds(1, 0.992)).withSpareColumn();
        Outcome<Integer> outcome = run(problem, unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors()).isEqualTo(2);
        assertThat(problem.rank(outcome.factors())).isEqualTo(2);
        assertThat(outcome.certificate().dual()).isEqualTo(0.992);
    }

    @Test
    void aColumnThatTheProofNeedsStays() {
        ScriptedProblem problem =
                new ScriptedProblem(3, bounds(2, 0), bounds(1, 0.995), bounds(1, 0.9)).withSpareColumn();
        Outcome<Integer> outcome = run(problem, unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors()).isEqualTo(1);
        assertThat(outcome.certificate().dual()).isEqualTo(0.995);
    }

    @Test
    void nothingIsLeftOutOfWhatIsNotProved() {
        ScriptedProblem problem = new ScriptedProblem(3, bounds(2, 0), bounds(1, 0.5)).withSpareColumn();
        assertThat(run(problem, unlimited()).verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(problem.calls).doesNotContain("trim");
    }

    @Test
    void aGapThatDoesNotMoveForThreeRoundsIsTheResult() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0), bounds(1, 0.5));
        Outcome<Integer> outcome = run(problem, unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(outcome.factors()).isEqualTo(4);
        assertThat(outcome.certificate().gap()).isEqualTo(0.5);
    }

    @Test
    void anyMoveOfEitherBoundRenewsThePatience() {
        ScriptedProblem problem = new ScriptedProblem(
                1, bounds(1, 0.5), bounds(1, 0.5), bounds(1, 0.5), bounds(1, 0.51), bounds(1, 0.51), bounds(0.99, 0.5));
        Outcome<Integer> outcome = run(problem, unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(outcome.factors()).isEqualTo(8);
    }

    @Test
    void atTheLimitOfTheRankOnlyThePrimalRenewsThePatience() {
        double[][] luck = new double[20][];
        for (int k = 0; k < luck.length; k++) {
            luck[k] = bounds(1, 0.5 + 0.01 * k);
        }
        Outcome<Integer> outcome = run(new ScriptedProblem(MAX_RANK, luck), unlimited());
        assertThat(outcome.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(outcome.factors()).isEqualTo(3);
    }

    @Test
    void theDualValueOfOtherFactorsCertifiesNothing() {
        // 0.999 proves that 1.0 is optimal, but the saved factors would not prove it
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0.999), bounds(1, 0.5));
        assertThat(run(problem, unlimited()).verdict()).isEqualTo(Verdict.BOUNDED);
    }

    @Test
    void anObjectiveThatIsNoNumberEndsTheRunAndIsNamed() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0), bounds(none, 0), bounds(1, 1));
            assertThatThrownBy(() -> run(problem, unlimited()))
                    .isInstanceOf(NumericalBreakdown.class)
                    .hasMessageContaining("certificate 2, after sweep 1: the objective is " + none);
        }
    }

    @Test
    void aRunGoesOnFromWhereverItStood() {
        double[][] script = {bounds(3, 0), bounds(2, 0.5), bounds(2, 0.5), bounds(1.5, 1), bounds(1.01, 1), bounds(1, 1)
        };
        ScriptedProblem whole = new ScriptedProblem(1, script);
        List<Waypoint<Integer>> passed = new ArrayList<>();
        Outcome<Integer> end = loop(whole).run(0, unlimited(), passed::add);
        assertThat(passed).hasSize(4);

        for (Waypoint<Integer> waypoint : passed) {
            ScriptedProblem rest = new ScriptedProblem(1, script);
            Outcome<Integer> again = loop(rest).resume(waypoint, unlimited(), Keeper.none());
            assertThat(again.factors()).isEqualTo(end.factors());
            assertThat(again.verdict()).isEqualTo(end.verdict());
            assertThat(whole.seeds).endsWith(rest.seeds.toArray(Long[]::new));
            assertThat(whole.enough).endsWith(rest.enough.toArray(Double[]::new));
        }
    }

    @Test
    void aRunThatIsToldToEndKeepsItsGap() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 1), bounds(1.9, 1), bounds(1.8, 1));
        Budget budget = unlimited();
        Outcome<Integer> outcome = loop(problem).run(0, budget, now -> budget.interrupt());
        assertThat(outcome.verdict()).isEqualTo(Verdict.INTERRUPTED);
        assertThat(outcome.factors()).isEqualTo(1);
        assertThat(outcome.certificate().primal()).isEqualTo(1.9);
    }

    @Test
    void withoutTimeTheFirstGapStands() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 1));
        Outcome<Integer> outcome = run(problem, new Budget(0.0, 100));
        assertThat(outcome.verdict()).isEqualTo(Verdict.TIME_LIMIT);
        assertThat(outcome.certificate().gap()).isEqualTo(1);
        assertThat(problem.calls).doesNotContain("descend");
    }

    @Test
    void theLimitOnSweepsEndsARunThatStillMoves() {
        double[][] slow = new double[20][];
        for (int k = 0; k < slow.length; k++) {
            slow[k] = bounds(2 - 0.01 * k, 0);
        }
        Outcome<Integer> outcome = run(new ScriptedProblem(1, slow), new Budget(null, 5));
        assertThat(outcome.verdict()).isEqualTo(Verdict.ITERATION_LIMIT);
        assertThat(outcome.factors()).isEqualTo(5);
        assertThat(outcome.certificate().primal()).isEqualTo(1.95);
    }

    @Test
    void aGapThatClosesWithTheLastSweepIsCertified() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0), bounds(1, 1));
        assertThat(run(problem, new Budget(null, 1)).verdict()).isEqualTo(Verdict.CERTIFIED);
    }

    @Test
    void everyCertificateHasASeedOfItsOwn() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0));
        run(problem, unlimited());
        assertThat(problem.seeds).hasSize(4).doesNotHaveDuplicates();
        ScriptedProblem again = new ScriptedProblem(1, bounds(2, 0));
        run(again, unlimited());
        assertThat(again.seeds).isEqualTo(problem.seeds);
    }

    @Test
    void atomsAreWantedAsFarAsTheRankMayGrow() {
        ScriptedProblem nearly = new ScriptedProblem(MAX_RANK - 2, bounds(2, 0));
        run(nearly, unlimited());
        assertThat(nearly.atomsWanted).containsOnly(2);
        ScriptedProblem full = new ScriptedProblem(MAX_RANK, bounds(2, 0));
        run(full, unlimited());
        assertThat(full.atomsWanted).containsOnly(0);
        ScriptedProblem beyond = new ScriptedProblem(MAX_RANK + 5, bounds(2, 0));
        run(beyond, unlimited());
        assertThat(beyond.atomsWanted).containsOnly(0);
    }

    /** What a loose bound of the polar adds to the gap no descent can close. */
    @Test
    void aDescentIsAskedForAPartOfWhatIsThePointsOwn() {
        ScriptedProblem tight = new ScriptedProblem(3, bounds(10, 8), bounds(10, 10));
        ScriptedProblem loose = new ScriptedProblem(3, new double[] {10, 4, 8}, bounds(10, 10));
        run(tight, unlimited());
        run(loose, unlimited());
        assertThat(loose.enough).isEqualTo(tight.enough);
    }

    @Test
    void aDescentIsAskedForAPartOfTheLastGapAndNeverForLessThanTheToleranceNeeds() {
        ScriptedProblem problem = new ScriptedProblem(1, bounds(2, 0), bounds(1, 0.5), bounds(1, 0.98));
        run(problem, unlimited());
        assertThat(problem.enough.get(0)).isBetween(0.01, 1.0);
        assertThat(problem.enough.get(1)).isLessThan(problem.enough.get(0));
        assertThat(problem.enough.get(2)).isBetween(0.1 * TOLERANCE, TOLERANCE);
    }

    @Test
    void aDescentIsAskedForMoreWhereTheLastOneDidNotDoAndNoColumnIsMissing() {
        double[][] script = {bounds(2, 0), bounds(1, 0.98), bounds(1, 0.98), bounds(1, 0.98)};
        ScriptedProblem problem = new ScriptedProblem(1, script);
        run(problem, unlimited());
        // of the gap of 0.02 the estimate had seen no more than 0.007, then no more than half of that
        assertThat(wanted(problem))
                .containsExactly(new double[] {0.1, 0.007, 0.007 * 0.35, 0.007 * 0.175}, within(1e-12));

        ScriptedProblem relaxed = new ScriptedProblem(1, script).withGapThatStays();
        run(relaxed, unlimited());
        assertThat(wanted(relaxed)).containsExactly(new double[] {0.1, 0.007, 0.007, 0.007}, within(1e-12));
    }

    private static double[] wanted(ScriptedProblem problem) {
        return problem.enough.stream().mapToDouble(gap -> gap).toArray();
    }

    private static Outcome<Integer> run(ScriptedProblem problem, Budget budget) {
        return loop(problem).run(0, budget);
    }

    private static CertifiedFactorization<Integer> loop(ScriptedProblem problem) {
        return new CertifiedFactorization<>(problem, problem, TOLERANCE, MAX_RANK, 42, Progress.SILENT);
    }

    private static Budget unlimited() {
        return new Budget(null, Integer.MAX_VALUE);
    }

    private static double[] bounds(double primal, double dual) {
        return new double[] {primal, dual};
    }
}
