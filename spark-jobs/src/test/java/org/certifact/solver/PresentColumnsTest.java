package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.certify.PolarOracle;
import org.certifact.linalg.certify.PolarRequest;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.linalg.operator.LinearOperator;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient's vectors at λ are the present columns, in the gauges' coordinates: the polar's bound takes them out. */
class PresentColumnsTest {
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest(name = "{0} x {1}, alpha {2}")
    @CsvSource({"90, 60, 0", "90, 60, 1", "60, 90, 1"})
    void theyLieAtTheTopOfTheGradientOnceTheDescentIsDone(int rows, int columns, double alpha) {
        PlacedData placed = PlacedData.of(DenseData.random(rows, columns, 0.7, 4), 2, alpha);
        double top =
                DenseDual.at(placed.dense(), new double[rows][columns], alpha).polar();
        double lambda = 0.6 * top;
        Seen seen = new Seen();
        CompletionProblem problem = new CompletionProblem(placed.matrix(), lambda, seen, 500);
        Outcome<Factors> outcome = new CertifiedFactorization<>(
                        problem,
                        AlternatingDescent.spread(
                                placed.matrix(),
                                new SquaredLoss(),
                                DescentMethod.MAJORIZED.update(lambda),
                                lambda,
                                new Lineage(),
                                Progress.SILENT),
                        TOLERANCE,
                        60,
                        1,
                        Progress.SILENT)
                .run(problem.zero(), new Budget(null, 400));

        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        Certificate certificate = outcome.certificate();
        assertThat(certificate.polar().lower()).isCloseTo(lambda, within(1e-2 * lambda));
        assertThat(seen.count).isEqualTo(outcome.factors().rank());
        assertThat(seen.image).isCloseTo(lambda, within(1e-2 * lambda));
    }

    /** Notes how long the images of the vectors said to be near are, beside the vectors. */
    private static final class Seen implements PolarOracle {
        private final PolarOracle oracle = new SpectralPolar(4, 0, 1e-10);
        private int count;
        private double image;

        @Override
        public PolarBound bound(LinearOperator gradient, PolarRequest request) {
            double[] near = request.near().get();
            count = near.length / gradient.columns();
            image = Double.POSITIVE_INFINITY;
            for (int c = 0; c < count; c++) {
                double[] v = new double[gradient.columns()];
                for (int i = 0; i < v.length; i++) {
                    v[i] = near[i * count + c];
                }
                image = Math.min(image, length(gradient.apply(v, 1)) / length(v));
            }
            return oracle.bound(gradient, request);
        }

        private static double length(double[] x) {
            double sum = 0;
            for (double t : x) {
                sum += t * t;
            }
            return Math.sqrt(sum);
        }
    }
}
