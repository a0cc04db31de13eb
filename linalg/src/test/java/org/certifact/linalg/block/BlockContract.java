package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a block owes: the products of the matrix that its cells make, an absent cell being zero. */
abstract class BlockContract {
    /** The block of a dense matrix, rows × columns, row-major. */
    protected abstract Block block(int rows, int columns, double[] cells);

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "5, 3, 1", "3, 7, 2", "4, 4, 5", "6, 5, 4", "4, 6, 8", "3, 5, 11", "0, 3, 2", "3, 0, 2"})
    void productsAreThoseOfItsCells(int rows, int columns, int count) {
        double[] cells = cells(rows, columns);
        Block block = block(rows, columns, cells);
        DenseOperator dense = new DenseOperator(rows, columns, cells);
        double[] x = KnownSpectrum.gaussian(columns * count, 2);
        double[] y = KnownSpectrum.gaussian(rows * count, 3);
        double[] intoY = y.clone();
        double[] intoX = x.clone();

        block.addTimes(x, count, count, intoY);
        block.addTransposeTimes(y, count, intoX);

        assertThat(block.rows()).isEqualTo(rows);
        assertThat(block.panelRows()).isEqualTo(columns);
        assertThat(intoY).containsExactly(sum(y, dense.apply(x, count)), within(1e-13));
        assertThat(intoX).containsExactly(sum(x, dense.applyTranspose(y, count)), within(1e-13));
        assertThat(block.squaredNorm()).isCloseTo(dense.squaredNorm(), within(1e-12));
    }

    /** Panels are padded to whole vectors, and what stands in the padding is nobody's. */
    @ParameterizedTest
    @CsvSource({"1, 4", "3, 4", "2, 8"})
    void ofAPaddedPanelOnlyTheFirstColumnsCount(int count, int stride) {
        double[] cells = cells(4, 5);
        double[] plain = KnownSpectrum.gaussian(5 * count, 4);
        double[] padded = new double[5 * stride];
        Arrays.fill(padded, 1e300);
        for (int k = 0; k < plain.length; k++) {
            padded[k / count * stride + k % count] = plain[k];
        }
        double[] y = new double[4 * count];
        block(4, 5, cells).addTimes(padded, stride, count, y);
        assertThat(y).containsExactly(new DenseOperator(4, 5, cells).apply(plain, count), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 3", "2, 2", "3, 4"})
    void someRowsAreAddedWhereTheIndexSays(int from, int to) {
        double[] cells = cells(4, 3);
        int[] index = {4, 0, 2};
        int width = 6;
        double[] tile = KnownSpectrum.gaussian((to - from) * width, 5);
        double[] expected = tile.clone();
        for (int i = from; i < to; i++) {
            for (int j = 0; j < 3; j++) {
                expected[(i - from) * width + index[j]] += cells[i * 3 + j];
            }
        }
        block(4, 3, cells).addRows(from, to, index, width, tile);
        assertThat(tile).containsExactly(expected);
    }

    /** Gaussian numbers, a third of them zero. */
    private static double[] cells(int rows, int columns) {
        double[] cells = KnownSpectrum.gaussian(rows * columns, 1);
        for (int k = 1; k < cells.length; k += 3) {
            cells[k] = 0;
        }
        return cells;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] out = new double[a.length];
        Arrays.setAll(out, k -> a[k] + b[k]);
        return out;
    }
}
