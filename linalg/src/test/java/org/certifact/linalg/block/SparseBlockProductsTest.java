package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparseBlockProductsTest extends BlockContract {
    /** The weights must not enter a product. */
    @Override
    protected SparseBlock block(int rows, int columns, double[] cells) {
        int[] rowStart = new int[rows + 1];
        int[] column = new int[cells.length];
        double[] value = new double[cells.length];
        int size = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (cells[i * columns + j] != 0) {
                    column[size] = j;
                    value[size++] = cells[i * columns + j];
                }
            }
            rowStart[i + 1] = size;
        }
        double[] weights = new double[size];
        Arrays.fill(weights, 7);
        return new SparseBlock(rowStart, Arrays.copyOf(column, size), Arrays.copyOf(value, size), weights, columns);
    }

    @ParameterizedTest
    @CsvSource({"9, 4, 0.5", "4, 9, 1", "7, 7, 0.2", "5, 1, 0.7", "0, 3, 0.5"})
    void theUpperTriangleOfTheGramMatrixIsAddedWhereTheIndexSays(int rows, int columns, double density) {
        double[] cells = KnownSpectrum.gaussian(rows * columns, 6);
        for (int k = 0; k < cells.length; k++) {
            cells[k] = Math.abs(cells[k]) < 2 * density ? cells[k] : 0;
        }
        int n = columns + 2;
        int[] index = new int[columns];
        Arrays.setAll(index, j -> j ^ 1);
        double[] before = KnownSpectrum.gaussian(n * n, 7);
        double[] gram = before.clone();

        block(rows, columns, cells).addGram(index, n, gram);

        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < columns; k++) {
                    before[index[j] * n + index[k]] += cells[i * columns + j] * cells[i * columns + k];
                }
            }
        }
        for (int j = 0; j < n; j++) {
            assertThat(Arrays.copyOfRange(gram, j * n + j, j * n + n))
                    .containsExactly(Arrays.copyOfRange(before, j * n + j, j * n + n), within(1e-13));
        }
    }
}
