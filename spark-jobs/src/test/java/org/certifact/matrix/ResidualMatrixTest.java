package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.DenseResidual.assertIs;
import static org.certifact.matrix.DenseResidual.permuted;

import org.certifact.linalg.certify.QuadraticScaling;
import org.certifact.linalg.loss.SquaredLoss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidualMatrixTest {
    /** More entries than the driver works on itself: whoever says there are so many has Spark do it. */
    private static final String MANY = "1000000000000";

    private static final DenseData DATA = DenseData.random(12, 8, 0.4, 1).weighted(3, 2);
    private static final double[][] U = PlainMatrix.gaussian(12, 2, 3);
    private static final double[][] V = PlainMatrix.gaussian(8, 2, 4);

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "2, 0.5, 1", "7, 0.5, 1", "15, 1, 1", "1, 0.5, " + MANY, "7, 0.5, " + MANY})
    void groupedByRowsItIsTheScaledGradient(int blocks, double alpha, long entries) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        try (ResidualMatrix residual = ResidualMatrix.of(
                placed.matrix().byRows().counting(entries),
                new SquaredLoss(),
                placed.u(U),
                placed.v(V),
                DATA.columns())) {
            double[][] gradient = DATA.scaledGradient(PlainMatrix.outer(U, V), alpha);
            assertIs(residual, permuted(gradient, placed.rowOrder(), placed.columnOrder()));
            assertSums(residual);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "2, 0, 1", "7, 1, 1", "15, 0.5, 1", "1, 0.5, " + MANY, "15, 1, " + MANY})
    void groupedByColumnsItIsTheTranspose(int blocks, double alpha, long entries) {
        PlacedData placed = PlacedData.of(DATA, blocks, alpha);
        try (ResidualMatrix residual = ResidualMatrix.of(
                placed.matrix().byColumns().counting(entries),
                new SquaredLoss(),
                placed.v(V),
                placed.u(U),
                DATA.rows())) {
            double[][] gradient = PlainMatrix.transposed(DATA.scaledGradient(PlainMatrix.outer(U, V), alpha));
            assertIs(residual, permuted(gradient, placed.columnOrder(), placed.rowOrder()));
            assertSums(residual);
        }
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
        QuadraticScaling scaling = (QuadraticScaling) residual.dualScaling();
        assertThat(residual.loss()).isCloseTo(DATA.loss(x), within(1e-10));
        assertThat(scaling.linear()).isCloseTo(linear, within(1e-10));
        // Σ g²/w = Σ w e² for the squared loss
        assertThat(scaling.quadratic()).isCloseTo(2 * DATA.loss(x), within(1e-10));
    }
}
