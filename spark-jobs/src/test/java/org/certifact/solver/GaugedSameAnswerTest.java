package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The problem is not convex in its factors, and yet: any start, any spread, one objective. */
class GaugedSameAnswerTest {
    private static final double[][] DATA = GaugedCase.nonnegative(10, 7, 2, 0.3, 5);
    private static final double LAMBDA = 0.5;
    /** Sweeps of runs that are compared on their way. */
    private static final int FEW = 8;

    private static final double EXPECTED =
            solve(PlacedData.cells(DATA, 1, 1), GaugedCase.NMF, 1, 400).primal();

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "4, 5", "5, 1"})
    void everySeedInAnyBlocksReachesTheSameObjective(long seed, int blocks) {
        Certificate other = solve(PlacedData.cells(DATA, blocks, blocks), GaugedCase.NMF, seed, 400);
        assertThat(other.primal()).isCloseTo(EXPECTED, within(1e-3 * EXPECTED));
        assertThat(other.dual()).isLessThanOrEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({"2, 5"})
    void blocksChangeNothingButRounding(int rowBlocks, int columnBlocks) {
        double one = solve(PlacedData.cells(DATA, 1, 1), GaugedCase.NMF, 1, FEW).primal();
        double other = solve(PlacedData.cells(DATA, rowBlocks, columnBlocks), GaugedCase.NMF, 1, FEW)
                .primal();
        assertThat(other).isCloseTo(one, within(1e-6 * one));
    }

    @Test
    void zerosThatAreListedAndZerosThatAreNotAreTheSame() {
        double[][] zeros = Arrays.stream(DATA)
                .map(row -> Arrays.stream(row).map(x -> x > 0.6 ? x : 0).toArray())
                .toArray(double[][]::new);
        double cells =
                solve(PlacedData.cells(zeros, 2, 2), GaugedCase.NMF, 1, FEW).primal();
        double listed =
                solve(PlacedData.sparse(zeros, 2, 2), GaugedCase.NMF, 1, FEW).primal();
        assertThat(listed).isCloseTo(cells, within(1e-6 * cells));
    }

    /** Rows and columns, and with them the gauges, may be exchanged: the long side need not be that of the rows. */
    @Test
    void theTransposedProblemHasTheSameAnswer() {
        double[][] transposed = PlainMatrix.transposed(DATA);
        FactorNorm norm = GaugedCase.DICTIONARY;
        Certificate one = solve(PlacedData.cells(DATA, 1, 1), norm, 1, 15);
        Certificate other = solve(PlacedData.cells(transposed, 1, 1), norm.transposed(), 1, 15);
        assertThat(other.primal()).isCloseTo(one.primal(), within(2e-2 * one.primal()));
        assertThat(other.dual()).isCloseTo(one.dual(), within(2e-2 * one.dual()));
        assertThat(Math.max(one.dual(), other.dual())).isLessThanOrEqualTo(Math.min(one.primal(), other.primal()));
    }

    private static Certificate solve(PlacedData placed, FactorNorm norm, long seed, int sweeps) {
        GaugedSettings settings = GaugedCase.settings(norm, 3e-3).withSeed(seed);
        return new GaugedSolver(placed.matrix(), settings, LAMBDA, Progress.SILENT)
                .solve(new Budget(null, sweeps))
                .certificate();
    }
}
