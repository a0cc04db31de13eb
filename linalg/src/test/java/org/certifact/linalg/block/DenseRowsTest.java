package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseRowsTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @ParameterizedTest
    @CsvSource({"5, 3, 2", "1, 1, 1", "2, 7, 9", "33, 8, 8", "4, 1, 6", "0, 3, 2", "5, 0, 2", "5, 3, 0"})
    void timesIsTheProduct(int rows, int rank, int columns) {
        double[] x = KnownSpectrum.gaussian(rows * rank, 1);
        double[] matrix = KnownSpectrum.gaussian(rank * columns, 2);
        double[] expected = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns; c++) {
                for (int l = 0; l < rank; l++) {
                    expected[i * columns + c] += x[i * rank + l] * matrix[l * columns + c];
                }
            }
        }
        assertThat(DenseRows.times(x, rows, rank, matrix, columns)).containsExactly(expected, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 2", "1, 1, 1", "2, 7, 9", "33, 8, 8", "4, 1, 6", "0, 3, 2", "5, 0, 2", "5, 3, 0"})
    void crossIsTheWeightedProductOfTheTranspose(int rows, int p, int q) {
        double[] x = KnownSpectrum.gaussian(rows * p, 1);
        double[] y = KnownSpectrum.gaussian(rows * q, 2);
        double[] weight = KnownSpectrum.gaussian(rows, 3);
        double[] ones = new double[rows];
        Arrays.fill(ones, 1.0);

        assertThat(DenseRows.cross(x, p, y, q, rows, weight))
                .containsExactly(naiveCross(x, p, y, q, rows, weight), ROUNDING);
        assertThat(DenseRows.cross(x, p, y, q, rows, null))
                .containsExactly(naiveCross(x, p, y, q, rows, ones), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "1, 1", "3, 9", "0, 2", "2, 0"})
    void gramIsTheCrossProductWithItselfAndItsTraceTheSquaredNorm(int rows, int rank) {
        double[] x = KnownSpectrum.gaussian(rows * rank, 1);
        double[] weight = KnownSpectrum.gaussian(rows, 2);
        for (double[] w : new double[][] {null, weight}) {
            double[] gram = DenseRows.gram(x, rows, rank, w);
            double trace = 0;
            for (int l = 0; l < rank; l++) {
                trace += gram[l * rank + l];
            }
            assertThat(gram).containsExactly(DenseRows.cross(x, rank, x, rank, rows, w), ROUNDING);
            assertThat(DenseRows.squaredNorm(x, rows, rank, w)).isCloseTo(trace, ROUNDING);
        }
    }

    @Test
    void weightsDoNotChangeTheInput() {
        double[] x = {1, 2, 3, 4};
        DenseRows.gram(x, 2, 2, new double[] {5, 6});
        assertThat(x).containsExactly(1, 2, 3, 4);
    }

    @Test
    void besideAppendsTheColumns() {
        double[] x = {1, 2, 3, 4};
        double[] y = {5, 6};
        assertThat(DenseRows.beside(x, 2, y, 1, 2)).containsExactly(1, 2, 5, 3, 4, 6);
        assertThat(DenseRows.beside(new double[0], 0, y, 1, 2)).containsExactly(5, 6);
        assertThat(DenseRows.beside(x, 2, new double[0], 0, 2)).containsExactly(1, 2, 3, 4);
        assertThat(DenseRows.beside(new double[0], 2, new double[0], 1, 0)).isEmpty();
    }

    private static double[] naiveCross(double[] x, int p, double[] y, int q, int rows, double[] weight) {
        double[] out = new double[p * q];
        for (int i = 0; i < rows; i++) {
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < q; b++) {
                    out[a * q + b] += weight[i] * x[i * p + a] * y[i * q + b];
                }
            }
        }
        return out;
    }
}
