package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.operator.DenseOperator;

/** Compares a distributed residual with the same matrix on the driver. */
final class DenseResidual {
    private DenseResidual() {}

    /** Every product of the residual is that of the dense matrix. */
    static void assertIs(Residual residual, DenseOperator dense) {
        assertThat(residual.rows()).isEqualTo(dense.rows());
        assertThat(residual.columns()).isEqualTo(dense.columns());
        double size = Math.max(1, dense.squaredNorm());
        for (int count : new int[] {1, 3}) {
            double[] x = PlainMatrix.flat(PlainMatrix.gaussian(dense.columns(), count, 5));
            double[] y = PlainMatrix.flat(PlainMatrix.gaussian(dense.rows(), count, 6));
            assertThat(residual.apply(x, count)).containsExactly(dense.apply(x, count), within(1e-13 * size));
            assertThat(residual.applyTranspose(y, count))
                    .containsExactly(dense.applyTranspose(y, count), within(1e-13 * size));
            assertThat(residual.applyGram(x, count)).containsExactly(dense.applyGram(x, count), within(1e-12 * size));
        }
        assertThat(residual.gramMatrix()).containsExactly(dense.gramMatrix(), within(1e-12 * size));
        assertThat(residual.squaredNorm()).isCloseTo(dense.squaredNorm(), within(1e-12 * size));
    }

    /** The matrix with rows and columns in block order. */
    static DenseOperator permuted(double[][] matrix, int[] rows, int[] columns) {
        double[][] out = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = matrix[rows[i]];
            out[i] = Arrays.stream(columns).mapToDouble(j -> row[j]).toArray();
        }
        return new DenseOperator(rows.length, columns.length, PlainMatrix.flat(out));
    }
}
