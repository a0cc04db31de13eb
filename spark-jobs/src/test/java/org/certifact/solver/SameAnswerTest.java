package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameAnswerTest {
    private static final double LAMBDA = 3;
    private static final double TOLERANCE = 1e-6;
    private static final DenseData DATA = DenseData.random(24, 16, 0.6, 1).weighted(2, 2);
    private static final double OPTIMUM =
            SoftImpute.solve(DATA, LAMBDA, new double[24][16], 1e-10).objective();

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, MAJORIZED",
        "1, 2, 2, MAJORIZED",
        "5, 3, 7, MAJORIZED",
        "0, 4, 2, CONJUGATE_GRADIENT",
        "5, 5, 1, CONJUGATE_GRADIENT"
    })
    void thePrimalIsTheSameFromAnyStartInAnyBlocksAndByAnyMethod(
            int initialRank, long seed, int blocks, DescentMethod method) {
        CompletionSolver solver = new CompletionSolver(
                PlacedData.of(DATA, blocks, 0).matrix(),
                new CompletionSettings(TOLERANCE, Integer.MAX_VALUE, initialRank, seed, method),
                Progress.SILENT);
        Outcome<Factors> outcome = solver.solve(LAMBDA, solver.start(), new Budget(null, 300));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isBetween(OPTIMUM * (1 - 1e-9), OPTIMUM * (1 + TOLERANCE));
        assertThat(outcome.certificate().dual()).isLessThan(OPTIMUM * (1 + 1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "1, 7"})
    void withWeightedGaugesBlocksChangeNothingButRounding(double alpha, int blocks) {
        double lambda = LAMBDA / Math.pow(10, alpha);
        double expected = primal(alpha, lambda, 2);
        assertThat(primal(alpha, lambda, blocks)).isBetween(expected * (1 - TOLERANCE), expected * (1 + TOLERANCE));
        assertThat(expected).isLessThan(0.99 * DATA.loss(new double[24][16]));
    }

    private static double primal(double alpha, double lambda, int blocks) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        CompletionSolver solver = new CompletionSolver(
                placed.matrix(),
                new CompletionSettings(TOLERANCE, Integer.MAX_VALUE, 0, 1, DescentMethod.MAJORIZED),
                Progress.SILENT);
        Outcome<Factors> outcome = solver.solve(lambda, solver.start(), new Budget(null, 300));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        double[][] u = placed.rowsOf(outcome.factors().u());
        double[][] v = placed.columnsOf(outcome.factors().v());
        double naive = DATA.objective(u, v, lambda, alpha);
        assertThat(PlainMatrix.distance(
                        new double[][] {{naive}},
                        new double[][] {{outcome.certificate().primal()}}))
                .isLessThan(1e-9 * naive);
        return naive;
    }
}
