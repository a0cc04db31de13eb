package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.solver.GaugedCase.DICTIONARY;
import static org.certifact.solver.GaugedCase.L2;
import static org.certifact.solver.GaugedCase.NMF;
import static org.certifact.solver.GaugedCase.settings;

import java.util.Arrays;
import java.util.stream.Stream;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems with gauges whose answer can be written down. */
class GaugedClosedFormTest {
    private static final double[] U = unit(1, 2, 0, 3, 1, 0.5);
    private static final double[] V = unit(2, 0, 1, 1);
    private static final double[] FIRST = {1, 0, 0, 0};
    private static final double SIZE = 5;

    /** @param price what λ is multiplied with in the gauges of the one atom */
    record RankOne(FactorNorm norm, double[] u, double[] v, double price) {
        PlacedData placed() {
            return PlacedData.cells(times(SIZE), 1, 1);
        }

        double[][] times(double size) {
            return PlainMatrix.outer(
                    Arrays.stream(u).mapToObj(x -> new double[] {size * x}).toArray(double[][]::new),
                    Arrays.stream(v).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
        }
    }

    static Stream<RankOne> rankOnes() {
        return Stream.of(new RankOne(NMF, U, V, 1), new RankOne(DICTIONARY, U, FIRST, 1.3));
    }

    @ParameterizedTest
    @MethodSource("rankOnes")
    void fromTheLargestLambdaOnTheAnswerIsZeroWithoutASweep(RankOne data) {
        BlockMatrix matrix = data.placed().matrix();
        double largest = SIZE / data.price();
        assertThat(GaugedSolver.largestLambda(matrix, data.norm(), 1)).isCloseTo(largest, within(1e-9));
        for (double lambda : new double[] {largest * (1 + 1e-7), 1e6}) {
            Budget budget = new Budget(null, 100);
            Outcome<Factors> outcome =
                    new GaugedSolver(matrix, settings(data.norm(), 1e-9), lambda, Progress.SILENT).solve(budget);
            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.factors().rank()).isZero();
            assertThat(outcome.certificate().primal()).isCloseTo(0.5 * SIZE * SIZE, within(1e-12));
            assertThat(budget.sweeps()).isZero();
        }
    }

    /** Y = s u vᵀ: the answer is (s − λ‖u‖‖v‖)₊ u vᵀ for unit u, v. */
    @ParameterizedTest
    @MethodSource("rankOnes")
    void dataOfRankOneAreShrunk(RankOne data) {
        PlacedData placed = data.placed();
        for (double share : new double[] {0.99, 0.3}) {
            double lambda = share * SIZE / data.price();
            Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), grown(data.norm(), 1e-6), lambda);
            double[][] u = placed.rowsOf(outcome.factors().u());
            double[][] v = placed.columnsOf(outcome.factors().v());
            double priced = lambda * data.price();
            assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(outcome.factors().rank()).isEqualTo(1);
            assertThat(outcome.certificate().primal()).isCloseTo(priced * SIZE - 0.5 * priced * priced, within(1e-5));
            assertThat(PlainMatrix.distance(PlainMatrix.outer(u, v), data.times(SIZE - priced)))
                    .isLessThan(3e-3);
        }
    }

    /** Without sparsity and cone the gauges make the nuclear norm: every singular value less λ. */
    @Test
    void withL2GaugesSingularValuesAreShrunk() {
        KnownSvd data = KnownSvd.random(9, 7, 1, 10, 8, 5, 2, 1, 0.5);
        PlacedData placed = PlacedData.cells(data.matrix(), 2, 1);
        Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), settings(L2, 1e-9), 3);
        double[][] x = PlainMatrix.outer(
                placed.rowsOf(outcome.factors().u()),
                placed.columnsOf(outcome.factors().v()));
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isCloseTo(data.optimum(3), within(1e-8 * data.optimum(3)));
        assertThat(outcome.certificate().dual()).isCloseTo(data.optimum(3), within(1e-8 * data.optimum(3)));
        assertThat(PlainMatrix.distance(x, data.softened(3).matrix())).isLessThan(1e-4);
    }

    /** Disjoint supports do not meet: diagonal data are shrunk one by one. */
    @Test
    void aNonnegativeDiagonalIsShrunkEntryByEntry() {
        double[][] y = new double[4][4];
        double optimum = 0;
        for (int i = 0; i < 4; i++) {
            y[i][i] = i + 1;
            optimum += i + 1 > 1.5 ? 1.5 * (i + 1) - 0.5 * 1.5 * 1.5 : 0.5;
        }
        PlacedData placed = PlacedData.sparse(y, 1, 1);
        Outcome<Factors> outcome = GaugedCase.solve(placed.matrix(), grown(NMF, 1e-4), 1.5);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isCloseTo(optimum, within(1e-4 * optimum));
        assertThat(outcome.factors().rank()).isEqualTo(3);
    }

    @Test
    void dataOfZerosAreZeroWhateverLambda() {
        BlockMatrix zeros = PlacedData.cells(new double[3][2], 1, 1).matrix();
        assertThat(GaugedSolver.largestLambda(zeros, NMF, 1)).isZero();
        Outcome<Factors> outcome = GaugedCase.solve(zeros, settings(NMF, 1e-6), 1);
        assertThat(outcome.verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(outcome.certificate().primal()).isZero();
        assertThat(outcome.factors().rank()).isZero();
    }

    /** From nothing, by atoms alone. */
    private static GaugedSettings grown(FactorNorm norm, double tolerance) {
        return new GaugedSettings(norm, tolerance, Integer.MAX_VALUE, 0, 1, GaugedCase.SECONDS);
    }

    private static double[] unit(double... x) {
        double length = Math.sqrt(Arrays.stream(x).map(t -> t * t).sum());
        return Arrays.stream(x).map(t -> t / length).toArray();
    }
}
