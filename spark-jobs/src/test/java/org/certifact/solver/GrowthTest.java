package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import org.certifact.linalg.certify.Atoms;
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

class GrowthTest {
    private static final double LAMBDA = 1.2;
    private static final PlacedData PLACED =
            PlacedData.of(DenseData.random(12, 9, 0.6, 1).weighted(2, 2), 3, 2, 0.5);

    @Test
    void neitherGrowingNorPruningRaisesTheObjective() {
        CompletionProblem problem = problem(PLACED, LAMBDA);
        Descent<Factors> descent = descent(PLACED, LAMBDA, DescentMethod.MAJORIZED);
        Factors factors = Factors.of(PLACED.u(gaussian(12, 2, 3)), PLACED.v(gaussian(9, 2, 4)));
        int grown = 0;
        for (int round = 0; round < 4; round++) {
            double before = objective(factors);
            factors = problem.prune(factors);
            double pruned = objective(factors);
            assertThat(pruned).isLessThanOrEqualTo(before * (1 + 1e-9));
            Atoms atoms = problem.certify(factors, 1e-6, 3, round).polar().atoms();
            Factors larger = problem.grow(factors, atoms);
            double after = objective(larger);
            if (larger.rank() > factors.rank()) {
                grown++;
                assertThat(after).isLessThan(pruned);
            } else {
                assertThat(after).isEqualTo(pruned);
            }
            factors = descent.descend(larger, Double.POSITIVE_INFINITY, new Budget(null, 1));
        }
        assertThat(grown).isPositive();
    }

    @Test
    void theStepOfGrowthIsTheBestOneAlongTheAtoms() {
        CompletionProblem problem = problem(PLACED, LAMBDA);
        Factors zero = problem.zero();
        Factors grown =
                problem.grow(zero, problem.certify(zero, 1e-6, 3, 1).polar().atoms());
        double[][] u = PLACED.rowsOf(grown.u());
        double[][] v = PLACED.columnsOf(grown.v());
        double best = PLACED.dense().objective(u, v, LAMBDA, PLACED.alpha());
        assertThat(grown.rank()).isPositive();
        for (double factor : new double[] {0.9, 0.99, 1.01, 1.1}) {
            double[][] other = new double[u.length][];
            for (int i = 0; i < u.length; i++) {
                double[] row = u[i].clone();
                for (int l = 0; l < row.length; l++) {
                    row[l] *= factor;
                }
                other[i] = row;
            }
            assertThat(PLACED.dense().objective(other, v, LAMBDA, PLACED.alpha()))
                    .isGreaterThan(best);
        }
    }

    @ParameterizedTest
    @EnumSource(DescentMethod.class)
    void zeroColumnsAreStationaryAndEscapedByGrowing(DescentMethod method) {
        CompletionProblem problem = problem(PLACED, LAMBDA);
        Factors zeros = Factors.of(
                PLACED.matrix().byRows().zeros(3), PLACED.matrix().byColumns().zeros(3));
        Factors end = descent(PLACED, LAMBDA, method).descend(zeros, -1, new Budget(null, 2));
        assertThat(end.u().collect()).containsOnly(0.0);
        assertThat(end.v().collect()).containsOnly(0.0);

        Factors pruned = problem.prune(end);
        assertThat(pruned.rank()).isZero();
        Certificate certificate = problem.certify(pruned, 1e-6, 3, 1);
        assertThat(certificate.relativeGap()).isGreaterThan(0.01);
        assertThat(objective(problem.grow(pruned, certificate.polar().atoms()))).isLessThan(certificate.primal());
    }

    /** The optimum without its second singular pair: every local method stays, and a certificate must not. */
    @ParameterizedTest
    @EnumSource(DescentMethod.class)
    void aStationaryPointThatIsNotGlobalIsRefusedAndGrownOutOf(DescentMethod method) {
        KnownSvd data = KnownSvd.random(10, 8, 5, 9, 7, 5, 1);
        KnownSvd stuck = data.softened(2).without(1);
        PlacedData placed = PlacedData.of(DenseData.full(data.matrix()), 2, 0);
        CompletionProblem problem = problem(placed, 2);
        Factors start = Factors.of(placed.u(stuck.u()), placed.v(stuck.v()));

        Factors still = problem.prune(descent(placed, 2, method).descend(start, -1, new Budget(null, 5)));
        assertThat(PlainMatrix.distance(outer(placed.rowsOf(still.u()), placed.columnsOf(still.v())), stuck.matrix()))
                .isLessThan(1e-9);
        Certificate certificate = problem.certify(still, 1e-3, 4, 1);
        assertThat(certificate.relativeGap()).isGreaterThan(0.05);
        assertThat(certificate.dual()).isLessThan(data.optimum(2));

        Outcome<Factors> outcome = new CertifiedFactorization<>(
                        problem, descent(placed, 2, method), 1e-6, 8, 1, Progress.SILENT)
                .run(still, new Budget(null, 100));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(3);
        assertThat(outcome.certificate().primal()).isLessThan(data.optimum(2) * (1 + 1e-6));
    }

    @Test
    void atomsInTheSpanOfTheColumnsAreLeftToTheDescent() {
        KnownSvd data = KnownSvd.random(10, 8, 5, 9, 7, 5, 1);
        PlacedData placed = PlacedData.of(DenseData.full(data.matrix()), 2, 0);
        CompletionProblem problem = problem(placed, 2);
        // the first column is there, but too short: its direction is an atom that is not new
        KnownSvd shorter = new KnownSvd(data.left(), new double[] {3}, data.right());
        Factors factors = problem.prune(Factors.of(placed.u(shorter.u()), placed.v(shorter.v())));
        Atoms atoms = problem.certify(factors, 1e-6, 3, 1).polar().atoms();
        assertThat(atoms.count()).isEqualTo(3);
        assertThat(problem.grow(factors, atoms).rank()).isEqualTo(3);
    }

    @Test
    void factorsMustBePrunedBeforeTheyGrow() {
        CompletionProblem problem = problem(PLACED, LAMBDA);
        Factors factors = Factors.of(PLACED.u(gaussian(12, 1, 3)), PLACED.v(gaussian(9, 1, 4)));
        Atoms atoms = new Atoms(new double[] {2}, new double[12], new double[9]);
        assertThatIllegalStateException()
                .isThrownBy(() -> problem.grow(factors, atoms))
                .withMessageContaining("prune");
    }

    private static CompletionProblem problem(PlacedData placed, double lambda) {
        return new CompletionProblem(placed.matrix(), lambda, SpectralPolar.standard(), 100);
    }

    private static Descent<Factors> descent(PlacedData placed, double lambda, DescentMethod method) {
        return AlternatingDescent.spread(
                placed.matrix(), new SquaredLoss(), method.update(lambda), lambda, new Lineage(), Progress.SILENT);
    }

    private static double objective(Factors factors) {
        return PLACED.dense()
                .objective(PLACED.rowsOf(factors.u()), PLACED.columnsOf(factors.v()), LAMBDA, PLACED.alpha());
    }
}
