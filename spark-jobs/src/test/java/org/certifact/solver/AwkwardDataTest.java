package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;

import java.util.Arrays;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of any scale and shape are factorized rightly, or refused by name. */
class AwkwardDataTest {
    private static final double[][] PLAIN = noisy();

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-3, 1e12})
    void theScaleOfTheValuesChangesNothingButTheScaleOfTheAnswer(double scale) {
        Outcome<Factors> plain = solved(PlacedData.of(DenseData.full(PLAIN), 2, 0), 2, 0);
        Outcome<Factors> scaled = solved(PlacedData.of(DenseData.full(times(PLAIN, scale)), 2, 0), 2 * scale, 0);

        assertThat(plain.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(scaled.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(scaled.factors().rank()).isEqualTo(plain.factors().rank());
        double primal = plain.certificate().primal() * scale * scale;
        assertThat(scaled.certificate().primal()).isEqualTo(primal, within(1e-6 * primal));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e12})
    void theScaleOfNonnegativeDataChangesNothingEither(double scale) {
        double[][] y = GaugedCase.nonnegative(12, 9, 2, 0.1, 4);
        Outcome<Factors> plain = nonnegative(y, 0.5);
        Outcome<Factors> scaled = nonnegative(times(y, scale), 0.5 * scale);

        assertThat(scaled.verdict()).isEqualTo(plain.verdict());
        double primal = plain.certificate().primal() * scale * scale;
        assertThat(scaled.certificate().primal()).isEqualTo(primal, within(1e-4 * primal));
        assertThat(scaled.certificate().relativeGap())
                .isCloseTo(plain.certificate().relativeGap(), within(1e-3));
    }

    @Test
    void rowsOfEveryScaleInOneMatrixAreCertified() {
        double[][] y = noisy();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y[i].length; j++) {
                y[i][j] *= Math.pow(10, 24.0 * i / (y.length - 1) - 12);
            }
        }
        Outcome<Factors> outcome = solved(PlacedData.of(DenseData.full(y), 2, 0), 1e10, 0);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isPositive().isFinite();
    }

    @Test
    void valuesThatAreAllEqualHaveOneColumn() {
        double[][] y = new double[6][4];
        Arrays.stream(y).forEach(row -> Arrays.fill(row, 3));
        // sigma = 3 sqrt(24): lambda (sigma - lambda) + lambda^2 / 2
        double sigma = 3 * Math.sqrt(24);
        Outcome<Factors> outcome = solved(PlacedData.of(DenseData.full(y), 2, 0), 1, 0);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isEqualTo(1);
        assertThat(outcome.certificate().primal()).isCloseTo(sigma - 0.5, within(1e-5));
        assertThat(nonnegative(y, 1).certificate().primal()).isCloseTo(sigma - 0.5, within(1e-3));
    }

    @Test
    void aSingleColumnOrRowIsItsOwnSingularVector() {
        double[][] column = gaussian(9, 1, 5);
        double[][] row = gaussian(1, 7, 6);
        for (double[][] y : new double[][][] {column, row}) {
            double sigma = Math.sqrt(Arrays.stream(y)
                    .flatMapToDouble(Arrays::stream)
                    .map(x -> x * x)
                    .sum());
            Outcome<Factors> outcome = solved(PlacedData.of(DenseData.full(y), 1, 0), 0.5, 0);
            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.factors().rank()).isEqualTo(1);
            assertThat(outcome.certificate().primal()).isCloseTo(0.5 * sigma - 0.125, within(1e-5));
        }
    }

    @Test
    void aStartWithMoreColumnsThanTheMatrixHasLosesThem() {
        Outcome<Factors> outcome = solved(PlacedData.of(DenseData.full(PLAIN), 2, 0), 2, 25);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.factors().rank()).isLessThanOrEqualTo(PLAIN[0].length);
    }

    @Test
    void constantRowsAndRowsAndColumnsOfZerosAreFitted() {
        double[][] y = noisy();
        Arrays.fill(y[0], 2);
        Arrays.fill(y[1], 0);
        for (double[] row : y) {
            row[3] = 0;
        }
        assertThat(solved(PlacedData.of(DenseData.full(y), 2, 0), 2, 0).verdict())
                .isEqualTo(Verdict.CERTIFIED);
        for (double[] row : y) {
            Arrays.setAll(row, j -> Math.abs(row[j]));
        }
        Outcome<Factors> parts = nonnegative(y, 2);
        assertThat(parts.certificate().primal()).isFinite();
        assertThat(parts.certificate().relativeGap()).isLessThan(0.1);
    }

    @Test
    void whatOverflowsIsNamedWithItsSweepAndBlock() {
        double[][] u = gaussian(12, 2, 1);
        u[5][0] = 1e200;
        PlacedData placed = PlacedData.of(DenseData.full(PLAIN), 2, 0);
        Factors start = Factors.of(placed.u(u), placed.v(gaussian(8, 2, 2)));
        for (DescentMethod method : DescentMethod.values()) {
            assertThatThrownBy(() -> AlternatingDescent.spread(
                                    placed.matrix(),
                                    new SquaredLoss(),
                                    method.update(2),
                                    2,
                                    new Lineage(),
                                    Progress.SILENT)
                            .descend(start, -1, new Budget(null, 9)))
                    .isInstanceOf(NumericalBreakdown.class)
                    .hasMessageMatching("sweep 1: the factor of the (rows|columns) is not finite in block \\d of 2;.*");
        }
    }

    private static Outcome<Factors> solved(PlacedData placed, double lambda, int initialRank) {
        CompletionSolver solver = new CompletionSolver(
                placed.matrix(),
                new CompletionSettings(1e-6, 100, initialRank, 1, DescentMethod.MAJORIZED),
                Progress.SILENT);
        return solver.solve(lambda, solver.start(), new Budget(null, 400));
    }

    private static Outcome<Factors> nonnegative(double[][] y, double lambda) {
        return GaugedCase.solve(PlacedData.cells(y, 2, 2).matrix(), GaugedCase.settings(GaugedCase.NMF, 1e-4), lambda);
    }

    private static double[][] times(double[][] y, double scale) {
        return Arrays.stream(y)
                .map(row -> Arrays.stream(row).map(x -> scale * x).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] noisy() {
        double[][] y = outer(gaussian(12, 3, 1), gaussian(8, 3, 2));
        double[][] noise = gaussian(12, 8, 3);
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y[i].length; j++) {
                y[i][j] += 0.1 * noise[i][j];
            }
        }
        return y;
    }
}
