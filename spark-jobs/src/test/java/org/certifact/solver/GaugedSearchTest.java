package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.solver.GaugedCase.NMF;
import static org.certifact.solver.GaugedCase.settings;

import java.util.Arrays;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against other programs on data so small that these cannot miss the optimum. */
class GaugedSearchTest {
    private static final DenseData TINY = DenseData.full(GaugedCase.nonnegative(4, 3, 1, 0.5, 7));
    private static final DenseData OBSERVED = DenseData.random(10, 8, 0.6, 1).weighted(2, 2);

    @ParameterizedTest
    @ValueSource(doubles = {0.4})
    void nonnegativeFactorsAreAsGoodAsTheBestOfManyCrudeSearches(double lambda) {
        double best = CrudeSearch.best(TINY, lambda, 5, 40);
        double[][] values = new double[4][];
        for (int i = 0; i < 4; i++) {
            values[i] = new double[] {TINY.value(i, 0), TINY.value(i, 1), TINY.value(i, 2)};
        }
        PlacedData placed = PlacedData.cells(values, 1, 1);
        Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), settings(NMF, 1e-4), lambda);
        assertThat(outcome.certificate().dual()).isLessThanOrEqualTo(best * (1 + 1e-12));
        assertThat(outcome.certificate().primal()).isBetween(best * (1 - 1e-6), best * (1 + 1e-3));
        assertThat(GaugedCase.objective(placed, outcome.factors(), NMF, lambda))
                .isCloseTo(outcome.certificate().primal(), within(1e-10));
        assertAllNonnegative(placed, outcome.factors());
    }

    @ParameterizedTest
    @ValueSource(longs = {1})
    void someCellsSeenWithWeightsAreFactorizedAsWell(long seed) {
        DenseData data = DenseData.full(GaugedCase.nonnegative(5, 4, 2, 0.3, seed))
                .seen(0.7, seed)
                .weighted(2, seed);
        double best = CrudeSearch.best(data, 0.2, 5, 40);
        PlacedData placed = PlacedData.of(data, 1, 0);
        Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), settings(NMF, 1e-3), 0.2);
        assertThat(outcome.certificate().dual()).isLessThanOrEqualTo(best * (1 + 1e-12));
        assertThat(outcome.certificate().primal()).isBetween(best * (1 - 1e-6), best * (1 + 1e-3));
        assertThat(GaugedCase.objective(placed, outcome.factors(), NMF, 0.2))
                .isCloseTo(outcome.certificate().primal(), within(1e-10));
        assertAllNonnegative(placed, outcome.factors());
    }

    /** With ℓ₂ gauges on observed entries it is completion, and both certify that neither can be much better. */
    @Test
    void withoutConeAndSparsityItIsCompletion() {
        double lambda = 2;
        PlacedData placed = PlacedData.of(OBSERVED, 1, 0);
        CompletionSolver completion = new CompletionSolver(
                placed.matrix(),
                new CompletionSettings(1e-6, Integer.MAX_VALUE, 0, 1, DescentMethod.MAJORIZED),
                Progress.SILENT);
        double expected = completion
                .solve(lambda, completion.start(), new Budget(null, 300))
                .certificate()
                .primal();
        Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), settings(GaugedCase.L2, 1e-4), lambda);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isCloseTo(expected, within(2e-6 * expected));
    }

    private static void assertAllNonnegative(PlacedData placed, Factors factors) {
        assertThat(Arrays.stream(PlainMatrix.flat(placed.rowsOf(factors.u())))).allMatch(x -> x >= 0);
        assertThat(Arrays.stream(PlainMatrix.flat(placed.columnsOf(factors.v()))))
                .allMatch(x -> x >= 0);
    }
}
