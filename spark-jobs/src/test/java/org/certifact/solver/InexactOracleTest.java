package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A residual with a flat spectrum, of which three Lanczos steps see the largest singular value only from below: whoever
 * takes the Ritz value for a bound calls the zero matrix optimal.
 */
class InexactOracleTest {
    private static final double TOLERANCE = 1e-4;
    private static final PlacedData PLACED = PlacedData.of(DenseData.full(PlainMatrix.gaussian(200, 150, 1)), 2, 0);
    private static final double POLAR =
            DenseDual.at(PLACED.dense(), new double[200][150], 0).polar();

    /** Just below the largest singular value zero is not optimal; just above it is, but three steps cannot know. */
    @ParameterizedTest
    @ValueSource(doubles = {0.97, 0.985, 1.001})
    void threeStepsNeverCertify(double share) {
        Outcome<Factors> outcome = run(share * POLAR, 3);
        assertThat(outcome.verdict()).isNotEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().relativeGap()).isGreaterThan(TOLERANCE);
    }

    @Test
    void enoughStepsDo() {
        assertThat(run(0.985 * POLAR, 500).verdict()).isEqualTo(Verdict.CERTIFIED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theRitzValueMissesWhatTheBoundDoesNot(long seed) {
        CompletionProblem problem = problem(0.999 * POLAR, 3);
        Certificate certificate = problem.certify(problem.zero(), TOLERANCE, 8, seed);
        // what makes the test one: the lower bound alone would give a gap of 0
        assertThat(certificate.polar().lower()).isLessThan(0.999 * POLAR);
        assertThat(certificate.polar().upper()).isGreaterThan(POLAR);
        assertThat(certificate.relativeGap()).isGreaterThan(TOLERANCE);
    }

    private static Outcome<Factors> run(double lambda, int mostSteps) {
        CompletionProblem problem = problem(lambda, mostSteps);
        return new CertifiedFactorization<>(
                        problem,
                        AlternatingDescent.spread(
                                PLACED.matrix(),
                                new SquaredLoss(),
                                DescentMethod.MAJORIZED.update(lambda),
                                lambda,
                                new Lineage(),
                                Progress.SILENT),
                        TOLERANCE,
                        150,
                        1,
                        Progress.SILENT)
                .run(problem.zero(), new Budget(null, 40));
    }

    private static CompletionProblem problem(double lambda, int mostSteps) {
        return new CompletionProblem(PLACED.matrix(), lambda, new SpectralPolar(4, 0, 1e-10), mostSteps);
    }
}
