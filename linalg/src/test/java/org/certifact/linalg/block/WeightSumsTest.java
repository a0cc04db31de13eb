package org.certifact.linalg.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightSumsTest {
    private static final int ROWS = 23;
    private static final int PANEL = 17;

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "5, false", "5, true"})
    void theSumsAreThoseOfTheMatrixOfWeights(int tiles, boolean weighted) {
        SplittableRandom random = new SplittableRandom(tiles);
        double[][] w = new double[ROWS][PANEL];
        SparseBlock block = block(random, weighted, w);
        SparseBlock tiled = tiles == 1 ? block : PanelTiles.split(block, tiles);
        double[] x = random.doubles(PANEL).toArray();
        double[] y = random.doubles(ROWS).toArray();
        double[] rows = new double[ROWS];
        double[] panel = new double[PANEL];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < PANEL; j++) {
                rows[i] += w[i][j] * x[j];
                panel[j] += w[i][j] * y[i];
            }
        }

        assertThat(WeightSums.ofRows(tiled, x)).containsExactly(rows, within(1e-13));
        double[] sums = new double[PANEL];
        WeightSums.addOfPanel(tiled, y, sums);
        assertThat(sums).containsExactly(panel, within(1e-13));
    }

    /** Rows of 0 to all entries. */
    private static SparseBlock block(SplittableRandom random, boolean weighted, double[][] w) {
        int[] start = new int[ROWS + 1];
        int[] column = new int[ROWS * PANEL];
        double[] weight = new double[ROWS * PANEL];
        int n = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < PANEL; j++) {
                if (random.nextInt(ROWS) < i) {
                    w[i][j] = weighted ? random.nextDouble() : 1;
                    column[n] = j;
                    weight[n++] = w[i][j];
                }
            }
            start[i + 1] = n;
        }
        double[] values = new double[n];
        return new SparseBlock(
                start, Arrays.copyOf(column, n), values, weighted ? Arrays.copyOf(weight, n) : null, PANEL);
    }
}
