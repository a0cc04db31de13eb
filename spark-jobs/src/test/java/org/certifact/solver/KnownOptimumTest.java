package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import java.util.List;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With every entry seen and weights 1 the optimum is soft-thresholding of the singular values. */
class KnownOptimumTest {
    private static final KnownSvd DATA = KnownSvd.random(11, 8, 1, 10, 8, 5, 2, 1, 0.5);
    private static final double LAMBDA = 3;
    private static final PlacedData PLACED = PlacedData.of(DenseData.full(DATA.matrix()), 2, 0);

    @ParameterizedTest
    @EnumSource(DescentMethod.class)
    void theSolverFindsIt(DescentMethod method) {
        Outcome<Factors> outcome = solver(PLACED, 1e-7, method).solve(LAMBDA, zero(), new Budget(null, 200));
        Factors polished = new CompletionProblem(PLACED.matrix(), LAMBDA, null, 1)
                .prune(AlternatingDescent.spread(
                                PLACED.matrix(),
                                new SquaredLoss(),
                                method.update(LAMBDA),
                                LAMBDA,
                                new Lineage(),
                                Progress.SILENT)
                        .descend(outcome.factors(), -1, new Budget(null, 15)));
        double[][] u = PLACED.rowsOf(polished.u());
        double[][] v = PLACED.columnsOf(polished.v());

        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(3);
        assertThat(outcome.certificate().primal()).isCloseTo(DATA.optimum(LAMBDA), within(1e-5));
        assertThat(PLACED.dense().objective(u, v, LAMBDA, 0)).isCloseTo(DATA.optimum(LAMBDA), within(1e-8));
        assertThat(PlainMatrix.distance(outer(u, v), DATA.softened(LAMBDA).matrix()))
                .isLessThan(1e-8);
        assertThat(polished.singularValues().orElseThrow()).containsExactly(new double[] {7, 5, 2}, within(1e-8));
    }

    @Test
    void atTheOptimumBothBoundsAreIt() {
        KnownSvd best = DATA.softened(LAMBDA);
        Certificate certificate =
                problem(PLACED, LAMBDA).certify(Factors.of(PLACED.u(best.u()), PLACED.v(best.v())), 1e-8, 4, 1);
        assertThat(certificate.primal()).isCloseTo(DATA.optimum(LAMBDA), within(1e-10));
        assertThat(certificate.dual()).isCloseTo(DATA.optimum(LAMBDA), within(1e-6));
        assertThat(certificate.relativeGap()).isLessThan(1e-7);
        assertThat(certificate.polar().lower()).isCloseTo(LAMBDA, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 3, 9, 30})
    void anywhereElseTheBoundsEncloseIt(double lambda) {
        double optimum = DATA.optimum(lambda);
        CompletionProblem problem = problem(PLACED, lambda);
        List<Factors> points = List.of(
                zero(),
                Factors.of(PLACED.u(gaussian(11, 2, 3)), PLACED.v(gaussian(8, 2, 4))),
                Factors.of(PLACED.u(DATA.u()), PLACED.v(DATA.v())),
                Factors.of(
                        PLACED.u(DATA.softened(lambda / 2).u()),
                        PLACED.v(DATA.softened(lambda / 2).v())));
        for (Factors point : points) {
            Certificate certificate = problem.certify(point, 1e-3, 4, 5);
            assertThat(certificate.primal()).isGreaterThanOrEqualTo(optimum * (1 - 1e-12));
            assertThat(certificate.dual()).isLessThanOrEqualTo(optimum * (1 + 1e-12));
        }
    }

    /** With all m × n entries seen every row weighs n^α and every column m^α: λ counts (mn)^{α/2} times. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1})
    void theWeightingMultipliesLambda(double alpha) {
        PlacedData weighted = PlacedData.of(PLACED.dense(), 2, alpha);
        double lambda = LAMBDA / Math.pow(11 * 8, alpha / 2);
        CompletionSolver solver = solver(weighted, 1e-6, DescentMethod.MAJORIZED);
        Outcome<Factors> outcome = solver.solve(lambda, solver.start(), new Budget(null, 200));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(3);
        assertThat(outcome.certificate().primal()).isCloseTo(DATA.optimum(LAMBDA), within(1e-4));
    }

    @Test
    void fromTheLargestSingularValueOnTheAnswerIsZeroWithoutASweep() {
        CompletionSolver solver = solver(PLACED, 1e-9, DescentMethod.MAJORIZED);
        assertThat(solver.largestLambda()).isCloseTo(10, within(1e-6));
        for (double lambda : new double[] {10 * (1 + 1e-7), 11, 1e6}) {
            Budget budget = new Budget(null, 100);
            Outcome<Factors> outcome = solver.solve(lambda, solver.start(), budget);
            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.certificate().gap()).isZero();
            assertThat(outcome.factors().rank()).isZero();
            assertThat(budget.sweeps()).isZero();
        }
    }

    @Test
    void justBelowTheLargestSingularValueTheAnswerHasOneColumn() {
        CompletionSolver solver = solver(PLACED, 1e-6, DescentMethod.MAJORIZED);
        Outcome<Factors> outcome = solver.solve(9.5, solver.start(), new Budget(null, 100));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(1);
    }

    @Test
    void dataOfZerosAreZeroWhateverLambda() {
        PlacedData zeros = PlacedData.of(DenseData.full(new double[4][3]), 2, 0);
        CompletionSolver solver = solver(zeros, 1e-6, DescentMethod.MAJORIZED);
        assertThat(solver.largestLambda()).isZero();
        Outcome<Factors> outcome = solver.solve(1, solver.start(), new Budget(null, 10));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isZero();
    }

    private static CompletionSolver solver(PlacedData placed, double tolerance, DescentMethod method) {
        return new CompletionSolver(
                placed.matrix(), new CompletionSettings(tolerance, 100, 0, 7, method), Progress.SILENT);
    }

    private static Factors zero() {
        return problem(PLACED, LAMBDA).zero();
    }

    private static CompletionProblem problem(PlacedData placed, double lambda) {
        return new CompletionProblem(placed.matrix(), lambda, SpectralPolar.standard(), 100);
    }
}
