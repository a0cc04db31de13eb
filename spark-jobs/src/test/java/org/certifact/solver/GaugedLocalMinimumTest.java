package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.solver.GaugedCase.NMF;
import static org.certifact.solver.GaugedCase.settings;

import java.util.Arrays;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two blocks of rank one, 8 and 3 long: a column on the first alone, shrunk by λ, is a local minimum of one column, and no
 * coordinate of it can move. The optimum has two.
 */
class GaugedLocalMinimumTest {
    private static final double LAMBDA = 1;
    private static final double TOLERANCE = 1e-3;
    private static final double[][] FIRST = column(0.6, 0.8, 0, 0, 0);
    private static final double[][] SECOND = column(0, 0, 0.8, 0, 0.6);
    private static final double[][] RIGHT_FIRST = column(0.8, 0, 0.6, 0);
    private static final double[][] RIGHT_SECOND = column(0, 0.6, 0, 0.8);
    private static final PlacedData PLACED = PlacedData.cells(data(), 1, 1);

    /** ½λ² + λ(s − λ) of each block. */
    private static final double OPTIMUM = (8 - 0.5) + (3 - 0.5);

    private static final double LOCAL = (8 - 0.5) + 0.5 * 9;

    @Test
    void theCertificateRefusesItAndNamesTheWayOut() {
        GaugedProblem problem = problem(GaugedCase.SECONDS);
        Certificate certificate = problem.certify(localMinimum(), TOLERANCE, 8, 1);
        assertThat(certificate.primal()).isCloseTo(LOCAL, within(1e-12));
        assertThat(certificate.dual()).isLessThanOrEqualTo(OPTIMUM + 1e-12);
        assertThat(certificate.relativeGap()).isGreaterThan(0.15);
        assertThat(certificate.polar().atoms().count()).isEqualTo(1);
        assertThat(certificate.polar().atoms().values()[0]).isCloseTo(3, within(1e-9));
    }

    @Test
    void zeroIsRefusedToo() {
        GaugedProblem problem = problem(GaugedCase.SECONDS);
        Certificate certificate = problem.certify(problem.zero(), TOLERANCE, 8, 1);
        assertThat(certificate.relativeGap()).isGreaterThan(0.5);
        assertThat(certificate.polar().atoms().values()).contains(new double[] {8}, within(1e-9));
        assertThat(certificate.polar().atoms().count()).isBetween(1, 2);
    }

    @Test
    void descentAloneDoesNotLeaveIt() {
        Factors after = descent().settle(localMinimum(), 5, new Budget(null, 100));
        assertThat(GaugedCase.objective(PLACED, after, NMF, LAMBDA)).isCloseTo(LOCAL, within(1e-12));
    }

    @Test
    void theLoopDoes() {
        GaugedProblem problem = problem(GaugedCase.SECONDS);
        Outcome<Factors> outcome = new CertifiedFactorization<>(problem, descent(), TOLERANCE, 100, 1, Progress.SILENT)
                .run(localMinimum(), new Budget(null, 200));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(2);
        assertThat(outcome.certificate().primal()).isBetween(OPTIMUM - 1e-9, OPTIMUM * (1 + TOLERANCE));
    }

    /** No room for an atom, so that none is ever found: that is no proof of anything. */
    @Test
    void whereNoAtomIsFoundTheGapStillDecides() {
        GaugedProblem problem = problem(GaugedCase.SECONDS);
        Outcome<Factors> outcome = new CertifiedFactorization<>(problem, descent(), TOLERANCE, 1, 1, Progress.SILENT)
                .run(localMinimum(), new Budget(null, 200));
        assertThat(outcome.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(outcome.certificate().relativeGap()).isGreaterThan(0.15);
        assertThat(outcome.certificate().polar().atoms().count()).isZero();
    }

    /** A relaxation that has no time, or time for one stride, proves less and nothing wrong. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9})
    void withoutTimeForTheDualNothingIsCertifiedThatIsNotProved(double seconds) {
        Certificate atLocal = problem(seconds).certify(localMinimum(), TOLERANCE, 8, 1);
        assertThat(atLocal.dual()).isBetween(0.0, OPTIMUM + 1e-12);
        assertThat(atLocal.relativeGap()).isGreaterThan(TOLERANCE);
        assertThat(atLocal.polar().atoms().count()).isEqualTo(1);
        assertThat(atLocal.polar().upper()).isGreaterThanOrEqualTo(LAMBDA * (1 - 1e-12));
    }

    @Test
    void aRunWithoutAnyDualEndsAtTheOptimumUncertified() {
        GaugedSettings settings = new GaugedSettings(NMF, TOLERANCE, 100, null, 1, 0);
        Outcome<Factors> outcome = GaugedCase.solve(PLACED.matrix(), settings, LAMBDA);
        assertThat(outcome.verdict()).isEqualTo(Verdict.BOUNDED);
        assertThat(outcome.certificate().dual()).isZero();
        assertThat(outcome.certificate().relativeGap()).isEqualTo(1);
        assertThat(outcome.certificate().primal()).isCloseTo(OPTIMUM, within(1e-3 * OPTIMUM));
    }

    /** A relaxation that is not tight: the best factors there are cannot be certified, and are not. */
    @Test
    void aGapThatTheRelaxationLeavesStaysOpen() {
        double[][] y = PlainMatrix.gaussian(5, 6, 3);
        FactorNorm norm = GaugedCase.DICTIONARY;
        Outcome<Factors> outcome = new GaugedSolver(
                        PlacedData.cells(y, 1, 1).matrix(), settings(norm, TOLERANCE), 0.7, Progress.SILENT)
                .solve(new Budget(null, 15));
        assertThat(outcome.verdict()).isNotEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().relativeGap()).isGreaterThan(TOLERANCE);
        assertThat(outcome.certificate().dual())
                .isPositive()
                .isLessThan(outcome.certificate().primal());
    }

    private static Factors localMinimum() {
        double root = Math.sqrt(8 - LAMBDA);
        return Factors.of(PLACED.u(scaled(FIRST, root)), PLACED.v(scaled(RIGHT_FIRST, root)));
    }

    private static GaugedProblem problem(double seconds) {
        Relaxation relaxation =
                new Relaxation(PLACED.matrix(), Side.longer(PLACED.matrix()), new NonnegativeSlack(), LAMBDA, 1);
        RelaxedDual dual = new RelaxedDual(relaxation, SpectralPolar.standard(), seconds, 1);
        return new GaugedProblem(PLACED.matrix(), NMF, LAMBDA, dual);
    }

    private static CoordinateDescent descent() {
        return new CoordinateDescent(PLACED.matrix(), NMF, LAMBDA, 1e-6, Progress.SILENT);
    }

    private static double[][] data() {
        double[][] first = PlainMatrix.outer(scaled(FIRST, 8), RIGHT_FIRST);
        double[][] second = PlainMatrix.outer(scaled(SECOND, 3), RIGHT_SECOND);
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < first[i].length; j++) {
                first[i][j] += second[i][j];
            }
        }
        return first;
    }

    private static double[][] scaled(double[][] a, double factor) {
        return Arrays.stream(a).map(row -> new double[] {factor * row[0]}).toArray(double[][]::new);
    }

    private static double[][] column(double... x) {
        return Arrays.stream(x).mapToObj(t -> new double[] {t}).toArray(double[][]::new);
    }
}
