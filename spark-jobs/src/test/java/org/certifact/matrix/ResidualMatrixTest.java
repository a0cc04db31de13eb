package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.certify.DualScaling;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualMatrixTest {
    private static final DenseData DATA = DenseData.random(12, 8, 0.4, 1).weighted(3, 2);
    private static final double[][] U = PlainMatrix.gaussian(12, 2, 3);
    private static final double[][] V = PlainMatrix.gaussian(8, 2, 4);

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0.5", "7, 0.5", "15, 1"})
    void groupedByRowsItIsTheScaledGradient(int blocks, double alpha) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        try (ResidualMatrix residual =
                ResidualMatrix.of(placed.matrix().byRows(), placed.u(U), placed.v(V), DATA.columns())) {
            double[][] gradient = DATA.scaledGradient(PlainMatrix.outer(U, V), alpha);
            assertIs(residual, permuted(gradient, placed.rowOrder(), placed.columnOrder()));
            assertSums(residual);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0", "7, 1", "15, 0.5"})
    void groupedByColumnsItIsTheTranspose(int blocks, double alpha) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        try (ResidualMatrix residual =
                ResidualMatrix.of(placed.matrix().byColumns(), placed.v(V), placed.u(U), DATA.rows())) {
            double[][] gradient = PlainMatrix.transposed(DATA.scaledGradient(PlainMatrix.outer(U, V), alpha));
            assertIs(residual, permuted(gradient, placed.columnOrder(), placed.rowOrder()));
            assertSums(residual);
        }
    }

    private static void assertIs(ResidualMatrix residual, DenseOperator dense) {
        assertThat(residual.rows()).isEqualTo(dense.rows());
        assertThat(residual.columns()).isEqualTo(dense.columns());
        for (int count : new int[] {1, 3}) {
            double[] x = PlainMatrix.flat(PlainMatrix.gaussian(dense.columns(), count, 5));
            double[] y = PlainMatrix.flat(PlainMatrix.gaussian(dense.rows(), count, 6));
            assertThat(residual.apply(x, count)).containsExactly(dense.apply(x, count), within(1e-12));
            assertThat(residual.applyTranspose(y, count))
                    .containsExactly(dense.applyTranspose(y, count), within(1e-12));
            assertThat(residual.applyGram(x, count)).containsExactly(dense.applyGram(x, count), within(1e-11));
        }
        assertThat(residual.gramMatrix()).containsExactly(dense.gramMatrix(), within(1e-11));
        assertThat(residual.squaredNorm()).isCloseTo(dense.squaredNorm(), within(1e-11));
    }

    private static void assertSums(ResidualMatrix residual) {
        double[][] x = PlainMatrix.outer(U, V);
        double[][] gradient = DATA.gradient(x);
        double linear = 0;
        for (int i = 0; i < DATA.rows(); i++) {
            for (int j = 0; j < DATA.columns(); j++) {
                linear += gradient[i][j] * DATA.value(i, j);
            }
        }
        DualScaling scaling = residual.dualScaling();
        assertThat(residual.squaredResidual()).isCloseTo(2 * DATA.loss(x), within(1e-10));
        assertThat(scaling.linear()).isCloseTo(linear, within(1e-10));
        // Σ g²/w = Σ w e² for the squared loss
        assertThat(scaling.quadratic()).isCloseTo(2 * DATA.loss(x), within(1e-10));
    }

    private static DenseOperator permuted(double[][] matrix, int[] rows, int[] columns) {
        double[][] out = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = matrix[rows[i]];
            out[i] = Arrays.stream(columns).mapToDouble(j -> row[j]).toArray();
        }
        return new DenseOperator(rows.length, columns.length, PlainMatrix.flat(out));
    }
}
