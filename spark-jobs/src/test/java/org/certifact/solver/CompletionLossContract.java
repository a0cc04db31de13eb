package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What certificate, descent and loop owe with any loss. */
abstract class CompletionLossContract {
    private static final double LAMBDA = 0.6;

    abstract Loss loss();

    /** Values that the loss is for. */
    abstract double[][] values(int rows, int columns, long seed);

    @ParameterizedTest
    @CsvSource({"12, 7, 2, 0.5", "7, 12, 3, 0.5", "9, 9, 1, 0"})
    void theCertificateIsItsFormulasAndTheRecheckAgrees(int rows, int columns, int blocks, double alpha) {
        DenseData data = DenseData.full(values(rows, columns, 1)).seen(0.5, 2).weighted(3, 3);
        PlacedData placed = PlacedData.of(data, blocks, alpha);
        DenseLoss dense = new DenseLoss(data, loss());
        for (double size : new double[] {0.3, 1}) {
            double[][] u = scaled(gaussian(rows, 2, 4), size);
            double[][] v = gaussian(columns, 2, 5);
            double[][] x = outer(u, v);
            Factors factors = Factors.of(placed.u(u), placed.v(v));
            CompletionProblem problem =
                    new CompletionProblem(placed.matrix(), loss(), LAMBDA, SpectralPolar.standard(), 100);
            Certificate certificate = problem.certify(factors, 1e-3, 3, 1);
            double upper = certificate.polar().upper();
            double gauges = data.objective(u, v, LAMBDA, alpha) - data.loss(x);

            assertThat(certificate.primal()).isCloseTo(dense.value(x) + gauges, within(1e-10));
            assertThat(dense.polar(x, alpha)).isBetween(certificate.polar().lower() * (1 - 1e-9), upper);
            double most = Math.min(LAMBDA / upper, 1 / steepest(dense, x));
            assertThat(certificate.dual()).isCloseTo(dense.bestDual(x, most), within(1e-6 * certificate.primal()));

            Recheck recheck = Recheck.of(placed.matrix(), factors.u(), factors.v(), loss(), LAMBDA, upper);
            assertThat(recheck.primal()).isCloseTo(certificate.primal(), within(1e-10));
            assertThat(recheck.dual()).isLessThanOrEqualTo(certificate.dual() + 1e-6 * certificate.primal());
        }
    }

    /** max |∂ℓ/∂x| over the largest slope that there is. */
    private static double steepest(DenseLoss dense, double[][] x) {
        double steepest = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                double slope = dense.loss().derivative(dense.data().value(i, j), x[i][j]);
                steepest = dense.data().weight(i, j) > 0 ? Math.max(steepest, Math.abs(slope)) : steepest;
            }
        }
        return steepest / dense.loss().largestSlope();
    }

    @Test
    void bothBoundsCloseAroundTheOptimumOfADenseMethod() {
        DenseData data = DenseData.full(values(14, 10, 7)).seen(0.6, 8).weighted(2, 9);
        PlacedData placed = PlacedData.of(data, 2, 0);
        double optimum = new DenseLoss(data, loss()).optimum(LAMBDA, 1e-7);
        for (DescentMethod method : DescentMethod.values()) {
            CompletionSolver solver = new CompletionSolver(
                    placed.matrix(), loss(), new CompletionSettings(1e-6, 100, 0, 1, method), Progress.SILENT);
            Outcome<Factors> outcome = solver.solve(LAMBDA, solver.start(), new Budget(null, 2000));

            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.factors().rank()).isGreaterThan(1);
            assertThat(outcome.certificate().primal()).isBetween(optimum * (1 - 1e-7), optimum * (1 + 1e-6));
            assertThat(outcome.certificate().dual()).isBetween(optimum * (1 - 1.2e-6), optimum * (1 + 1e-12));
        }
    }

    @Test
    void aboveTheLargestLambdaTheAnswerIsZero() {
        DenseData data = DenseData.full(values(12, 9, 11)).seen(0.6, 12);
        CompletionSolver solver = new CompletionSolver(
                PlacedData.of(data, 2, 0).matrix(),
                loss(),
                new CompletionSettings(1e-9, 100, 0, 1, DescentMethod.MAJORIZED),
                Progress.SILENT);
        double largest = new DenseLoss(data, loss()).polar(new double[12][9], 0);
        assertThat(solver.largestLambda()).isCloseTo(largest, within(1e-6 * largest));
        Outcome<Factors> outcome = solver.solve(1.001 * largest, solver.start(), new Budget(null, 10));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isZero();
    }

    @ParameterizedTest
    @EnumSource(DescentMethod.class)
    void withoutMomentumNoSweepRaisesTheObjective(DescentMethod method) {
        DenseData data = DenseData.full(values(20, 14, 13)).seen(0.5, 14).weighted(3, 15);
        PlacedData placed = PlacedData.of(data, 3, 2, 0.5);
        DenseLoss dense = new DenseLoss(data, loss());
        AlternatingDescent descent = AlternatingDescent.spread(
                placed.matrix(), loss(), method.update(LAMBDA), LAMBDA, new Lineage(), Progress.SILENT);
        Factors factors = Factors.of(
                FactorTable.random(placed.matrix().rowIds(), 4, 1, 3),
                FactorTable.random(placed.matrix().columnIds(), 4, 1, 4));
        double first = halfSquares(placed, dense, factors);
        double before = first;
        for (int sweep = 0; sweep < 6; sweep++) {
            factors = descent.descend(
                    Factors.of(factors.u(), factors.v()), Double.POSITIVE_INFINITY, new Budget(null, 1));
            double after = halfSquares(placed, dense, factors);
            assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-12));
            before = after;
        }
        assertThat(before).isLessThan(0.9 * first);
    }

    private static double halfSquares(PlacedData placed, DenseLoss dense, Factors factors) {
        double[][] u = placed.rowsOf(factors.u());
        double[][] v = placed.columnsOf(factors.v());
        double[][] x = outer(u, v);
        DenseData data = dense.data();
        return data.halfSquares(u, v, LAMBDA, placed.alpha()) - data.loss(x) + dense.value(x);
    }

    private static double[][] scaled(double[][] a, double factor) {
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return a;
    }
}
