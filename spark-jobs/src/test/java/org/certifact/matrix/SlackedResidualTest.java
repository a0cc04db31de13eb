package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.DenseResidual.assertIs;
import static org.certifact.matrix.DenseResidual.permuted;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.rows;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import java.util.stream.Stream;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.linalg.slack.RowNormSlack;
import org.certifact.linalg.slack.Slack;
import org.certifact.linalg.slack.SumSlack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A state of five columns: two are the long side of H, and two, one of them shared, that of X. */
class SlackedResidualTest {
    private static final double LAMBDA = 1.5;
    private static final double[][] STATE = gaussian(12, 5, 2);
    private static final double[][] H_SHORT = gaussian(7, 2, 3);
    private static final double[][] X_SHORT = gaussian(7, 2, 4);
    private static final DenseData WEIGHTED = DenseData.random(12, 7, 0.5, 5).weighted(3, 6);

    record Example(PlacedData placed, Slack slack) {}

    static Stream<Example> examples() {
        Slack rows = new RowNormSlack(LAMBDA, 0.2);
        return Stream.of(
                new Example(PlacedData.cells(CompleteExamples.VALUES, 5, 2), new NonnegativeSlack()),
                new Example(PlacedData.sparse(CompleteExamples.VALUES, 2, 5), rows),
                new Example(PlacedData.sparse(CompleteExamples.VALUES, 1, 1), new NoSlack()),
                new Example(PlacedData.of(WEIGHTED, 2, 0), new SumSlack(new NonnegativeSlack(), rows)),
                new Example(PlacedData.of(WEIGHTED, 1, 0), new NonnegativeSlack()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsTheDualPointAndItsSlack(Example example) {
        PlacedData placed = example.placed();
        DenseData dense = placed.dense();
        double most = placed.matrix().totals().largestWeight();
        int[] order = placed.columnOrder();
        LowRank h = new LowRank(1, 2, inBlockOrder(H_SHORT, order));
        LowRank x = new LowRank(2, 2, inBlockOrder(X_SHORT, order));

        SlackedResidual residual =
                SlackedResidual.of(placed.matrix().byRows(), 7, example.slack(), placed.u(STATE), h, x, most);

        double[] slack = flat(outer(columns(STATE, 1), H_SHORT));
        double polar = example.slack().apply(slack, 12, 7);
        double[][] z = dense.gradient(scaled(outer(columns(STATE, 2), X_SHORT), 1 / most));
        double[][] a = sum(z, rows(slack, 12, 7));
        assertIs(residual, permuted(a, placed.rowOrder(), order));
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 7; j++) {
                linear += z[i][j] * dense.value(i, j);
                quadratic += dense.weight(i, j) > 0 ? z[i][j] * z[i][j] / dense.weight(i, j) : 0;
            }
        }
        assertThat(residual.dualScaling().linear()).isCloseTo(linear, within(1e-11));
        assertThat(residual.dualScaling().quadratic()).isCloseTo(quadratic, within(1e-11));
        assertThat(residual.loss()).isCloseTo(0.5 * quadratic, within(1e-11));
        assertThat(residual.slackPolar()).isCloseTo(polar, within(1e-12));
    }

    /** One step of subspace iteration on W + T(H), W = Y where all counts and, with L = max w, wY + (1 − w/L) X elsewhere. */
    @ParameterizedTest
    @MethodSource("examples")
    void aPassMultipliesTheImputedMatrix(Example example) {
        PlacedData placed = example.placed();
        DenseData dense = placed.dense();
        double most = placed.matrix().totals().largestWeight();
        int[] order = placed.columnOrder();
        double[][] q = gaussian(7, 3, 7);
        LowRank h = new LowRank(1, 2, inBlockOrder(H_SHORT, order));
        LowRank x = new LowRank(2, 2, inBlockOrder(X_SHORT, order));

        SlackedPass pass = SlackedPass.of(
                placed.matrix().byRows(),
                7,
                example.slack(),
                placed.u(STATE),
                h,
                x,
                most,
                inBlockOrder(q, order),
                3,
                rdd -> {});

        double[] slack = flat(outer(columns(STATE, 1), H_SHORT));
        example.slack().apply(slack, 12, 7);
        double[][] m = sum(imputed(dense, placed.matrix().coverage(), most), rows(slack, 12, 7));
        double[][] s = times(m, q);
        double[][] state = placed.rowsOf(pass.state());
        assertThat(PlainMatrix.distance(columns(state, 0, 5), STATE)).isZero();
        assertThat(PlainMatrix.distance(columns(state, 5, 3), s)).isLessThan(1e-11);
        assertThat(pass.image()).containsExactly(inBlockOrder(times(transposed(m), s), order), within(1e-10));
        assertThat(pass.gram()).containsExactly(flat(times(transposed(state), state)), within(1e-10));
        pass.state().unpersist();
    }

    /** Blocks of more cells than a tile holds. */
    @Test
    void largeBlocksAreWalkedThroughInTiles() {
        double[][] values = gaussian(500, 300, 8);
        PlacedData placed = PlacedData.cells(values, 1, 1);
        SlackedResidual residual = SlackedResidual.of(
                placed.matrix().byRows(),
                300,
                new NonnegativeSlack(),
                placed.matrix().byRows().zeros(0),
                LowRank.none(),
                LowRank.none(),
                1);
        double[] x = flat(gaussian(300, 1, 9));
        double[] expected =
                permuted(values, placed.rowOrder(), placed.columnOrder()).apply(x, 1);
        assertThat(residual.apply(x, 1)).containsExactly(expected, within(1e-11));
        assertThat(residual.applyGram(x, 1)).containsExactly(residual.applyTranspose(expected, 1), within(1e-9));
        assertThat(residual.squaredNorm()).isCloseTo(placed.matrix().totals().weightedSquare(), within(1e-7));
    }

    private static double[][] imputed(DenseData dense, Coverage coverage, double most) {
        double[][] x = outer(columns(STATE, 2), X_SHORT);
        double[][] w = new double[12][7];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 7; j++) {
                double weight = dense.weight(i, j);
                w[i][j] = coverage == Coverage.COMPLETE
                        ? dense.value(i, j)
                        : weight * dense.value(i, j) + (1 - weight / most) * x[i][j];
            }
        }
        return w;
    }

    private static double[] inBlockOrder(double[][] a, int[] order) {
        double[][] out = new double[order.length][];
        Arrays.setAll(out, k -> a[order[k]]);
        return flat(out);
    }

    private static double[][] columns(double[][] a, int first) {
        return columns(a, first, 2);
    }

    private static double[][] columns(double[][] a, int first, int count) {
        return Arrays.stream(a)
                .map(row -> Arrays.copyOfRange(row, first, first + count))
                .toArray(double[][]::new);
    }

    private static double[][] scaled(double[][] a, double factor) {
        return Arrays.stream(a)
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] out = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                out[i][j] = a[i][j] + b[i][j];
            }
        }
        return out;
    }
}
