package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import java.util.List;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionCertificateTest {
    private static final double LAMBDA = 0.8;

    /** Tall and wide, because the operator is grouped by the longer side. */
    private static final List<PlacedData> EXAMPLES = List.of(
            PlacedData.of(DenseData.random(12, 7, 0.5, 1).weighted(3, 2), 2, 3, 0.5),
            PlacedData.of(DenseData.random(7, 12, 0.5, 3).weighted(3, 4), 2, 3, 0.5),
            PlacedData.of(DenseData.random(8, 8, 0.7, 5), 1, 0));

    static List<PlacedData> examples() {
        return EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void primalAndDualAreTheirFormulas(PlacedData placed) {
        Point point = Point.random(placed);
        Certificate certificate = point.certificate();
        DenseDual dense = DenseDual.at(placed.dense(), outer(point.u(), point.v()), placed.alpha());
        double upper = certificate.polar().upper();

        assertThat(certificate.primal())
                .isCloseTo(placed.dense().objective(point.u(), point.v(), LAMBDA, placed.alpha()), within(1e-10));
        assertThat(certificate.polar().kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(dense.polar()).isBetween(certificate.polar().lower() * (1 - 1e-9), upper);
        assertThat(upper).isLessThan(1.02 * dense.polar());
        assertThat(certificate.dual()).isCloseTo(dense.value(LAMBDA, upper), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRecheckAgrees(PlacedData placed) {
        Point point = Point.random(placed);
        Certificate certificate = point.certificate();
        Recheck recheck = Recheck.of(
                placed.matrix(),
                point.factors().u(),
                point.factors().v(),
                new SquaredLoss(),
                LAMBDA,
                certificate.polar().upper());
        assertThat(recheck.primal()).isCloseTo(certificate.primal(), within(1e-10));
        // the recheck tries two scalings, the certificate takes the best of all
        assertThat(recheck.dual()).isLessThanOrEqualTo(certificate.dual() + 1e-10);
        assertThat(recheck.dual()).isGreaterThan(0.9 * certificate.dual());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void balancedFactorsHaveTheSameProductAndTheLowestPrimal(PlacedData placed) {
        Point point = Point.random(placed);
        CompletionProblem problem = point.problem();
        Factors balanced = problem.prune(point.factors());
        Certificate before = point.certificate();
        Certificate after = problem.certify(balanced, 1e-3, 3, 1);
        double loss = placed.dense().loss(outer(point.u(), point.v()));
        double traceNorm =
                java.util.Arrays.stream(balanced.singularValues().orElseThrow()).sum();
        assertThat(after.primal())
                .isCloseTo(loss + LAMBDA * traceNorm, within(1e-9))
                .isLessThan(before.primal());
        assertThat(after.dual()).isCloseTo(before.dual(), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void atomsArePairsThatAttainTheirValuesWithUnitGauges(PlacedData placed) {
        Point point = Point.random(placed);
        Atoms atoms = point.certificate().polar().atoms();
        double[][] gradient = placed.dense().scaledGradient(outer(point.u(), point.v()), placed.alpha());
        int[] rows = placed.rowOrder();
        int[] columns = placed.columnOrder();
        int count = atoms.count();
        assertThat(count).isBetween(1, 3);
        for (int c = 0; c < count; c++) {
            double value = 0;
            double left = 0;
            double right = 0;
            for (int i = 0; i < rows.length; i++) {
                left += Math.pow(atoms.left()[i * count + c], 2);
                for (int j = 0; j < columns.length; j++) {
                    value += atoms.left()[i * count + c] * gradient[rows[i]][columns[j]] * atoms.right()[j * count + c];
                }
            }
            for (int j = 0; j < columns.length; j++) {
                right += Math.pow(atoms.right()[j * count + c], 2);
            }
            assertThat(value).isCloseTo(atoms.values()[c], within(1e-9)).isGreaterThan(LAMBDA);
            assertThat(left).isCloseTo(1, within(1e-9));
            assertThat(right).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void aCertificateAgainstADualValueReachesItIfItCan() {
        Point point = Point.random(EXAMPLES.get(0));
        Certificate first = point.certificate();
        Certificate again = point.problem().certifyAgainst(point.factors(), first.dual() * (1 - 1e-9), 99);
        assertThat(again.dual()).isGreaterThanOrEqualTo(first.dual() * (1 - 1e-8));
        assertThat(again.polar().atoms().count()).isZero();
    }

    /** Random factors, not balanced. */
    private record Point(PlacedData placed, double[][] u, double[][] v) {
        static Point random(PlacedData placed) {
            return new Point(
                    placed,
                    gaussian(placed.dense().rows(), 3, 6),
                    gaussian(placed.dense().columns(), 3, 7));
        }

        Factors factors() {
            return Factors.of(placed.u(u), placed.v(v));
        }

        CompletionProblem problem() {
            return new CompletionProblem(placed.matrix(), LAMBDA, SpectralPolar.standard(), 100);
        }

        Certificate certificate() {
            return problem().certify(factors(), 1e-3, 3, 1);
        }
    }
}
