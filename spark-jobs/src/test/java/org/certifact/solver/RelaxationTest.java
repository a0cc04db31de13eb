package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.linalg.slack.RowNormSlack;
import org.certifact.linalg.slack.Slack;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bound at every pass is at most the optimum, and in the end it is near. */
class RelaxationTest {

    @ParameterizedTest
    @CsvSource({"1, 0.4, ROWS", "2, 3, COLUMNS", "3, 7, ROWS"})
    void withoutSlackItRisesToTheShrunkSingularValues(long seed, double lambda, Side side) {
        KnownSvd data = KnownSvd.random(9, 7, seed, 10, 8, 5, 2, 1, 0.5);
        Relaxation relaxation = relaxation(PlacedData.cells(data.matrix(), 2, 1), side, new NoSlack(), lambda);
        assertThat(afterPasses(relaxation, 12, data.optimum(lambda)))
                .isCloseTo(data.optimum(lambda), within(1e-9 * data.optimum(lambda)));
        assertThat(relaxation.rank()).isEqualTo(data.softened(lambda).values().length);
        assertThat(relaxation.passes()).isEqualTo(12);
    }

    /** Cells missing and weights: completion's optimum, from a solver that shares nothing with it. */
    @Test
    void onWeightedEntriesItRisesToTheOptimumOfCompletion() {
        DenseData data = DenseData.random(10, 8, 0.6, 1).weighted(2, 2);
        double optimum = SoftImpute.solve(data, 1.5, new double[10][8], 1e-10).objective();
        Relaxation relaxation = relaxation(PlacedData.of(data, 1, 0), Side.ROWS, new NoSlack(), 1.5);
        assertThat(afterPasses(relaxation, 30, optimum)).isCloseTo(optimum, within(1e-2 * optimum));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void onTheConeItIsNeverAboveTheBestFactorsKnown(Side side) {
        double[][] y = GaugedCase.nonnegative(5, 4, 2, 0.5, 3);
        double best = CrudeSearch.best(DenseData.full(y), 0.3, 5, 20);
        Relaxation relaxation = relaxation(PlacedData.cells(y, 1, 1), side, new NonnegativeSlack(), 0.3);
        assertThat(afterPasses(relaxation, 15, best)).isCloseTo(best, within(2e-2 * best));
    }

    /** One signal: of min ½‖y − x‖² + λ(1 + γ)‖x‖ the answer is known, and the relaxation loses nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1})
    void ofOneSignalTheSparseRelaxationIsExact(double gamma) {
        double[][] y = {{3, 0, 4}};
        double lambda = 1;
        double price = lambda * (1 + gamma);
        double optimum = price * 5 - 0.5 * price * price;
        Relaxation relaxation =
                relaxation(PlacedData.cells(y, 1, 1), Side.ROWS, new RowNormSlack(lambda, gamma), lambda);
        assertThat(afterPasses(relaxation, 15, optimum)).isCloseTo(optimum, within(1e-3 * optimum));
    }

    /** What runs from the same ids is the same, however they are spread. */
    @Test
    void blocksChangeNothingButRounding() {
        double[][] y = GaugedCase.nonnegative(8, 6, 2, 0.5, 3);
        double one = afterPasses(
                relaxation(PlacedData.cells(y, 1, 1), Side.ROWS, new NonnegativeSlack(), 0.3), 6, Double.MAX_VALUE);
        double other = afterPasses(
                relaxation(PlacedData.cells(y, 5, 2), Side.ROWS, new NonnegativeSlack(), 0.3), 6, Double.MAX_VALUE);
        assertThat(other).isCloseTo(one, within(1e-7 * one));
    }

    @Test
    void theBestDualIsKeptAndWorkEndsWhereItIsEnough() {
        KnownSvd data = KnownSvd.random(9, 7, 1, 10, 8, 5);
        RelaxedDual dual = new RelaxedDual(
                relaxation(PlacedData.cells(data.matrix(), 1, 1), Side.ROWS, new NoSlack(), 3),
                SpectralPolar.standard(),
                GaugedCase.SECONDS,
                1);
        double first = dual.tightened(1000, 1).dual();
        int passes = dual.passes();
        assertThat(first).isBetween(1.0, data.optimum(3) * (1 + 1e-12));
        assertThat(dual.tightened(1000, 1).dual()).isEqualTo(first);
        assertThat(dual.passes()).isEqualTo(passes);
        assertThat(dual.exhausted(data.optimum(3), Double.MAX_VALUE).dual())
                .isBetween(first, data.optimum(3) * (1 + 1e-12));
        assertThat(dual.seconds()).isPositive();
        dual.unpersist();
    }

    private static Relaxation relaxation(PlacedData placed, Side side, Slack slack, double lambda) {
        return new Relaxation(placed.matrix(), side, slack, lambda, 1);
    }

    /** The last bound, none on the way having passed what none may pass. */
    private static double afterPasses(Relaxation relaxation, int passes, double optimum) {
        double bound = 0;
        for (int pass = 1; pass <= passes; pass++) {
            relaxation.advance();
            if (pass % 3 == 1 || pass == passes) {
                bound = relaxation
                        .bound(SpectralPolar.standard(), Double.MAX_VALUE, 100, pass)
                        .dual();
                assertThat(bound).isLessThanOrEqualTo(optimum * (1 + 1e-12));
            }
        }
        relaxation.unpersist();
        return bound;
    }
}
