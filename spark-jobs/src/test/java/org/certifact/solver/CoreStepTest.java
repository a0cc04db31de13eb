package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.rows;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlacedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreStepTest {
    private static final KnownSvd KNOWN = KnownSvd.random(14, 11, 3, 9, 6, 4, 2.5);
    private static final PlacedData PLACED = PlacedData.of(DenseData.full(KNOWN.matrix()), 3, 2, 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withEveryCellSeenOneStepIsTheOptimumOfItsSpans(long seed) {
        double lambda = 1.5;
        Factors start = somewhere(seed);
        Factors stepped = step(lambda).from(start, PLACED.matrix(), 0, of(start));
        assertThat(objective(stepped, lambda)).isCloseTo(KNOWN.optimum(lambda), within(1e-9));
        assertThat(stepped.singularValues().orElseThrow())
                .containsExactly(KNOWN.softened(lambda).values(), within(1e-9));
    }

    @Test
    void theSlopesThatItExpectsAreThose() {
        double lambda = 1.5;
        Factors start = somewhere(4);
        Factors stepped = step(lambda).from(start, PLACED.matrix(), 0, of(start));
        assertThat(stepped.slopes().orElseThrow()).containsExactly(slopes(stepped), within(1e-9));
        for (int k = 0; k < stepped.rank(); k++) {
            double slope = stepped.slopes().get()[k * stepped.rank() + k];
            assertThat(slope / stepped.singularValues().get()[k]).isCloseTo(lambda, within(1e-9));
        }
    }

    @Test
    void aColumnThatDoesNotPayIsKeptSmallForItMayRecover() {
        double lambda = 3.2;
        Factors start = somewhere(5);
        double[] before = singularValues(start);
        Factors stepped = step(lambda).from(start, PLACED.matrix(), 0, of(start));
        assertThat(stepped.rank()).isEqualTo(4);
        assertThat(stepped.singularValues().orElseThrow()[3]).isCloseTo(0.2 * before[3], within(1e-9));
    }

    @Test
    void whereTheCoreHasLittleShareInTheGapNothingMoves() {
        Factors start = somewhere(6);
        assertThat(step(1.5).from(start, PLACED.matrix(), 1e9, of(start))).isSameAs(start);
    }

    @Test
    void aCurvatureThatWasTakenForTooLittleIsMeasuredBeforeTheStep() {
        double lambda = 1.5;
        Factors start = somewhere(7);
        Factors stepped = new CoreStep(lambda, 0.01).from(start, PLACED.matrix(), 0, of(start));
        assertThat(objective(stepped, lambda)).isCloseTo(KNOWN.optimum(lambda), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void groupsThatSeeColumnsOfTheirOwnDoNotMakeItOvershoot(boolean wide) {
        // along a column of one of eight groups alone the loss curves eight times as much as on average
        double[][] values = gaussian(8 * 12, 8 * 9, 1);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = i / 12 == j / 9 ? values[i][j] + 3 * (i / 12 + 1) : Double.NaN;
            }
        }
        DenseData data = DenseData.full(values).numbers();
        PlacedData placed = PlacedData.of(wide ? data.transposed() : data, 2, 1);
        double lambda = 0.3;
        Factors factors = Factors.of(
                placed.u(gaussian(placed.dense().rows(), 10, 2)),
                placed.v(gaussian(placed.dense().columns(), 10, 3)));
        AlternatingDescent descent = AlternatingDescent.held(placed.matrix(), lambda, new Lineage(), Progress.SILENT);
        double before = Double.POSITIVE_INFINITY;
        for (int sweeps = 1; sweeps < 20; sweeps++) {
            Factors end = descent.descend(factors, -1, new Budget(null, sweeps));
            double after = placed.dense().objective(placed.rowsOf(end.u()), placed.columnsOf(end.v()), lambda, 1);
            assertThat(after).isLessThan(1.01 * before);
            before = after;
        }
    }

    @Test
    void theCurvatureIsTheMeanWeightOfACell() {
        DenseData half = DenseData.random(40, 30, 0.5, 2);
        PlacedData placed = PlacedData.of(half, 2, 0);
        assertThat(CoreStep.curvature(placed.matrix(), new SquaredLoss()))
                .isCloseTo(placed.matrix().totals().weight() / (40 * 30), within(1e-12));
        assertThat(CoreStep.curvature(PLACED.matrix(), new SquaredLoss())).isCloseTo(1, within(1e-12));
    }

    private static CoreStep step(double lambda) {
        return new CoreStep(lambda, CoreStep.curvature(PLACED.matrix(), new SquaredLoss()));
    }

    /** Factors that span the data's singular vectors, in no good proportion. */
    private static Factors somewhere(long seed) {
        Factors factors = Factors.of(
                PLACED.u(times(KNOWN.left(), gaussian(4, 4, seed))),
                PLACED.v(times(KNOWN.right(), gaussian(4, 4, -seed))));
        return factors.leaving(slopes(factors));
    }

    /** Every cell counts, with weight 1: Σ (u_i C v_jᵀ)². */
    private static CoreStep.Measure of(Factors factors) {
        double[][] u = PLACED.rowsOf(factors.u());
        double[][] v = PLACED.columnsOf(factors.v());
        return change -> Arrays.stream(flat(outer(times(u, rows(change, 4, 4)), v)))
                .map(x -> x * x)
                .sum();
    }

    /** UᵀGV. */
    private static double[] slopes(Factors factors) {
        double[][] u = PLACED.rowsOf(factors.u());
        double[][] v = PLACED.columnsOf(factors.v());
        double[][] gradient = KNOWN.matrix();
        double[][] product = outer(u, v);
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient[i].length; j++) {
                gradient[i][j] -= product[i][j];
            }
        }
        return flat(times(times(transposed(u), gradient), v));
    }

    private static double objective(Factors factors, double lambda) {
        return PLACED.dense().objective(PLACED.rowsOf(factors.u()), PLACED.columnsOf(factors.v()), lambda, 0);
    }

    private static double[] singularValues(Factors factors) {
        double[][] u = PLACED.rowsOf(factors.u());
        double[][] v = PLACED.columnsOf(factors.v());
        return Balance.of(flat(times(transposed(u), u)), flat(times(transposed(v), v)), factors.rank())
                .singularValues();
    }
}
