package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaugedRecheckTest {
    private static final double[][] VALUES = PlainMatrix.gaussian(9, 6, 1);
    private static final DenseData SEEN = DenseData.random(9, 6, 0.5, 2).weighted(3, 3);

    static Stream<PlacedData> examples() {
        return Stream.of(
                PlacedData.cells(VALUES, 2, 3),
                PlacedData.sparse(VALUES, 1, 1),
                PlacedData.cells(PlainMatrix.transposed(VALUES), 2, 1),
                PlacedData.of(SEEN, 3, 0),
                PlacedData.of(SEEN.transposed(), 2, 0));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsTheObjectiveByItsDefinition(PlacedData placed) {
        double[][] u = PlainMatrix.gaussian(placed.dense().rows(), 3, 4);
        double[][] v = PlainMatrix.gaussian(placed.dense().columns(), 3, 5);
        FactorNorm norm = new FactorNorm(new SparseGauge(0.1, false), new SparseGauge(0.4, false));
        GaugedRecheck recheck = GaugedRecheck.of(placed.matrix(), Factors.of(placed.u(u), placed.v(v)), norm, 0.7);
        double expected = GaugedCase.objective(placed.dense(), u, v, norm, 0.7);
        assertThat(recheck.primal()).isCloseTo(expected, within(1e-12 * expected));
        assertThat(recheck.smallest()).isZero();
    }

    /** Outside the cone the smallest entry tells, on the side whose gauge asks for it. */
    @ParameterizedTest
    @MethodSource("examples")
    void whatLiesOutsideTheConeIsSeen(PlacedData placed) {
        double[][] u = ones(placed.dense().rows());
        double[][] v = ones(placed.dense().columns());
        v[2][0] = -1e-9;
        Factors factors = Factors.of(placed.u(u), placed.v(v));
        FactorNorm left = new FactorNorm(SparseGauge.nonnegativeL2(), SparseGauge.l2());
        assertThat(GaugedRecheck.of(placed.matrix(), factors, left, 1).smallest())
                .isZero();
        assertThat(GaugedRecheck.of(placed.matrix(), factors, left.transposed(), 1)
                        .smallest())
                .isEqualTo(-1e-9);
        assertThat(GaugedRecheck.of(placed.matrix(), factors, FactorNorm.nonnegative(), 1)
                        .smallest())
                .isEqualTo(-1e-9);
    }

    private static double[][] ones(int rows) {
        double[][] out = new double[rows][1];
        for (double[] row : out) {
            row[0] = 1;
        }
        return out;
    }
}
