package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.DenseResidual.assertIs;
import static org.certifact.matrix.DenseResidual.permuted;

import org.certifact.linalg.certify.QuadraticScaling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompleteResidualTest {
    private static final double[][] U = PlainMatrix.gaussian(12, 2, 3);
    private static final double[][] V = PlainMatrix.gaussian(7, 2, 4);

    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void groupedByRowsItIsTheDenseResidual(PlacedData placed) {
        try (Residual residual = byRows(placed, placed.u(U), placed.v(V))) {
            assertIsThatOf(placed, residual);
        }
    }

    /** As where there are more cells than the driver works on itself. */
    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void itIsTheSameMultipliedBySpark(PlacedData placed) {
        placed.matrix().byRows().counting(1_000_000_000_000L);
        try (Residual residual = byRows(placed, placed.u(U), placed.v(V))) {
            assertIsThatOf(placed, residual);
        }
    }

    private static void assertIsThatOf(PlacedData placed, Residual residual) {
        double[][] gradient = placed.dense().gradient(PlainMatrix.outer(U, V));
        assertIs(residual, permuted(gradient, placed.rowOrder(), placed.columnOrder()));
        assertSums(residual, placed.dense(), PlainMatrix.outer(U, V));
    }

    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void groupedByColumnsItIsTheTranspose(PlacedData placed) {
        BlockMatrix data = placed.matrix();
        try (Residual residual = Residual.of(data.byColumns(), data.coverage(), placed.v(V), placed.u(U), 12)) {
            double[][] gradient = PlainMatrix.transposed(placed.dense().gradient(PlainMatrix.outer(U, V)));
            assertIs(residual, permuted(gradient, placed.columnOrder(), placed.rowOrder()));
            assertSums(residual, placed.dense(), PlainMatrix.outer(U, V));
        }
    }

    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void atZeroItIsTheData(PlacedData placed) {
        BlockMatrix data = placed.matrix();
        try (Residual residual =
                byRows(placed, data.byRows().zeros(0), data.byColumns().zeros(0))) {
            assertIs(residual, permuted(CompleteExamples.VALUES, placed.rowOrder(), placed.columnOrder()));
            assertSums(residual, placed.dense(), new double[12][7]);
        }
    }

    /** ‖Y − UVᵀ‖² comes from Gram matrices, but must not fall below zero where the fit is exact. */
    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void anExactFitLeavesNothing(PlacedData placed) {
        double[][] identity = new double[7][7];
        for (int j = 0; j < 7; j++) {
            identity[j][j] = 1;
        }
        try (Residual residual = byRows(placed, placed.u(CompleteExamples.VALUES), placed.v(identity))) {
            assertThat(residual.loss()).isBetween(0.0, 1e-13);
            assertThat(residual.apply(new double[] {1, 1, 1, 1, 1, 1, 1}, 1))
                    .containsExactly(new double[12], within(1e-13));
        }
    }

    /** The half-sweep's pass: T = (Y − UVᵀ) V, and Σ e². */
    @ParameterizedTest
    @MethodSource("org.certifact.matrix.CompleteExamples#all")
    void theGradientOfAHalfSweepIsTheResidualTimesTheOtherFactor(PlacedData placed) {
        double[] gram = PlainMatrix.flat(PlainMatrix.times(PlainMatrix.transposed(V), V));
        FactorMatrix gradient = new FactorMatrix(
                placed.matrix().byRows().meet(placed.u(U), placed.v(V), 0, (data, own, panel) -> {
                    double[] t = new double[own.values().length];
                    data.residualGradient(own.values(), panel, 2, gram, t);
                    return new FactorBlock(own.rows(), 2, t, null);
                }),
                2);
        double[][] expected = PlainMatrix.times(placed.dense().gradient(PlainMatrix.outer(U, V)), V);
        assertThat(PlainMatrix.distance(placed.rowsOf(gradient), expected)).isLessThan(1e-12);
    }

    private static Residual byRows(PlacedData placed, FactorMatrix u, FactorMatrix v) {
        return Residual.of(
                placed.matrix().byRows(),
                placed.matrix().coverage(),
                u,
                v,
                placed.matrix().byColumns().rows());
    }

    private static void assertSums(Residual residual, DenseData dense, double[][] x) {
        double[][] gradient = dense.gradient(x);
        double linear = 0;
        for (int i = 0; i < dense.rows(); i++) {
            for (int j = 0; j < dense.columns(); j++) {
                linear += gradient[i][j] * dense.value(i, j);
            }
        }
        assertThat(residual.loss()).isCloseTo(dense.loss(x), within(1e-11));
        QuadraticScaling scaling = (QuadraticScaling) residual.dualScaling();
        assertThat(scaling.linear()).isCloseTo(linear, within(1e-11));
        assertThat(scaling.quadratic()).isCloseTo(2 * dense.loss(x), within(1e-11));
    }
}
