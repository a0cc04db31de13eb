package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.FactorTable;
import org.certifact.matrix.PlacedViews;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Implicit feedback against a reference that visits every cell. */
class ImplicitCompletionTest {
    private static final double LAMBDA = 0.9;
    private static final double CONFIDENCE = 3;

    @ParameterizedTest
    @CsvSource({"13, 8, 1, 0", "13, 8, 3, 0.5", "8, 13, 2, 1", "9, 9, 2, 0"})
    void theCertificateIsThatOfTheDenseMatrixAndTheRecheckAgrees(int rows, int columns, int blocks, double alpha) {
        DenseViews dense = new DenseViews(counts(rows, columns, 1), CONFIDENCE, alpha);
        PlacedViews placed = PlacedViews.of(dense.r(), blocks, CONFIDENCE, alpha);
        for (double size : new double[] {0.2, 1}) {
            double[][] u = gaussian(rows, 3, 2);
            double[][] v = gaussian(columns, 3, 3);
            for (double[] row : u) {
                for (int k = 0; k < row.length; k++) {
                    row[k] *= size;
                }
            }
            double[][] x = outer(u, v);
            Factors factors = Factors.of(placed.u(u), placed.v(v));
            Certificate certificate = new CompletionProblem(placed.matrix(), LAMBDA, SpectralPolar.standard(), 100)
                    .certify(factors, 1e-3, 3, 1);
            double upper = certificate.polar().upper();
            double polar = DenseViews.largestSingularValue(dense.scaledGradient(x));
            double primal = dense.loss(x) + LAMBDA * gauges(dense, u, v);

            assertThat(certificate.primal()).isCloseTo(primal, within(1e-10 * primal));
            assertThat(polar).isBetween(certificate.polar().lower() * (1 - 1e-9), upper * (1 + 1e-12));
            assertThat(upper).isLessThan(1.02 * polar);
            assertThat(certificate.dual()).isCloseTo(dense.dual(x, LAMBDA / upper), within(1e-10 * primal));

            Recheck recheck = Recheck.of(placed.matrix(), factors.u(), factors.v(), new SquaredLoss(), LAMBDA, upper);
            assertThat(recheck.primal()).isCloseTo(primal, within(1e-10 * primal));
            assertThat(recheck.dual()).isLessThanOrEqualTo(certificate.dual() + 1e-10 * primal);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void bothBoundsCloseAroundTheOptimumOfADenseMethod(double alpha) {
        DenseViews dense = new DenseViews(counts(12, 9, 4), 1, alpha);
        double lambda = alpha == 0 ? LAMBDA : 0.3 * LAMBDA;
        double optimum = dense.optimum(lambda, 1e-6);
        PlacedViews placed = PlacedViews.of(dense.r(), 2, 1, alpha);
        for (DescentMethod method : DescentMethod.values()) {
            CompletionSolver solver = new CompletionSolver(
                    placed.matrix(), new CompletionSettings(1e-6, 100, 0, 1, method), Progress.SILENT);
            Outcome<Factors> outcome = solver.solve(lambda, solver.start(), new Budget(null, 3000));

            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.factors().rank()).isGreaterThan(1);
            assertThat(outcome.certificate().primal()).isBetween(optimum * (1 - 1e-6), optimum * (1 + 1e-6));
            assertThat(outcome.certificate().dual()).isBetween(optimum * (1 - 2.1e-6), optimum * (1 + 1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(DescentMethod.class)
    void withoutMomentumNoSweepRaisesTheObjective(DescentMethod method) {
        DenseViews dense = new DenseViews(counts(14, 10, 5), 20, 0.5);
        PlacedViews placed = PlacedViews.of(dense.r(), 2, 20, 0.5);
        AlternatingDescent descent = AlternatingDescent.spread(
                placed.matrix(), new SquaredLoss(), method.update(LAMBDA), LAMBDA, new Lineage(), Progress.SILENT);
        Factors factors = Factors.of(
                FactorTable.random(placed.matrix().rowIds(), 4, 1, 3),
                FactorTable.random(placed.matrix().columnIds(), 4, 1, 4));
        double first = halfSquares(dense, placed, factors);
        double before = first;
        for (int sweep = 0; sweep < 6; sweep++) {
            factors = descent.descend(
                    Factors.of(factors.u(), factors.v()), Double.POSITIVE_INFINITY, new Budget(null, 1));
            double after = halfSquares(dense, placed, factors);
            assertThat(after).isLessThanOrEqualTo(before * (1 + 1e-12));
            before = after;
        }
        assertThat(before).isLessThan(0.9 * first);
    }

    @Test
    void withoutConfidenceItIsTheSquaredLossOfZerosAndOnes() {
        double[][] counts = counts(9, 7, 6);
        DenseData data = DenseData.full(new DenseViews(counts, 0, 0).seen());
        double expected = new DenseLoss(data, new SquaredLoss()).optimum(LAMBDA, 1e-8);
        assertThat(new DenseViews(counts, 0, 0).optimum(LAMBDA, 1e-8)).isCloseTo(expected, within(2e-8 * expected));
    }

    private static double gauges(DenseViews dense, double[][] u, double[][] v) {
        double sum = 0;
        for (int k = 0; k < u[0].length; k++) {
            sum += Math.sqrt(square(u, dense.rowWeights(), k) * square(v, dense.columnWeights(), k));
        }
        return sum;
    }

    private static double halfSquares(DenseViews dense, PlacedViews placed, Factors factors) {
        double[][] u = placed.rowsOf(factors.u());
        double[][] v = placed.columnsOf(factors.v());
        double sum = 0;
        for (int k = 0; k < u[0].length; k++) {
            sum += 0.5 * (square(u, dense.rowWeights(), k) + square(v, dense.columnWeights(), k));
        }
        return dense.loss(outer(u, v)) + LAMBDA * sum;
    }

    private static double square(double[][] factor, double[] weights, int k) {
        double sum = 0;
        for (int i = 0; i < factor.length; i++) {
            sum += weights[i] * factor[i][k] * factor[i][k];
        }
        return sum;
    }

    /** Counts, most of them 0, some below; every row and column has one that is not, and the first row none above. */
    private static double[][] counts(int rows, int columns, long seed) {
        double[][] counts = gaussian(rows, columns, seed);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = counts[i][j];
                boolean always = j == i % columns || i == j % rows;
                counts[i][j] = x > 0.4 || always ? Math.ceil(Math.abs(3 * x)) : x < -1.3 ? -1 : 0;
                counts[i][j] = i == 0 ? -Math.abs(counts[i][j]) : counts[i][j];
            }
        }
        return counts;
    }
}
