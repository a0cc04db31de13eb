package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.matrix.DenseData;
import org.certifact.matrix.Offsets;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetFitTest {
    private static final double DAMPING = 3;

    @Test
    void theMeanIsTheWeightedMeanAndNothingElse() {
        DenseData data = data(9, 6);
        Offsets offsets = OffsetFit.mean(PlacedData.of(data, 2, 0).matrix());
        assertThat(offsets.mean()).isCloseTo(mean(data, 9, 6), within(1e-12));
        assertThat(offsets.rows().collect()).containsOnly(0.0).hasSize(9);
        assertThat(offsets.columns().collect()).containsOnly(0.0).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"9, 6, 2", "6, 9, 3", "7, 7, 1"})
    void biasesSolveTheRidgeProblem(int rows, int columns, int blocks) {
        DenseData data = data(rows, columns);
        PlacedData placed = PlacedData.of(data, blocks, 0);
        Offsets offsets = OffsetFit.biases(placed.matrix());
        double[] expected = ridge(data, rows, columns);
        double[][] ofRows = placed.rowsOf(offsets.rows());
        double[][] ofColumns = placed.columnsOf(offsets.columns());
        assertThat(offsets.mean()).isCloseTo(mean(data, rows, columns), within(1e-12));
        for (int i = 0; i < rows; i++) {
            assertThat(ofRows[i][0]).isCloseTo(expected[i], within(1e-6));
        }
        for (int j = 0; j < columns; j++) {
            assertThat(ofColumns[j][0]).isCloseTo(expected[rows + j], within(1e-6));
        }
    }

    private static DenseData data(int rows, int columns) {
        return DenseData.random(rows, columns, 0.6, 1).weighted(2, 2);
    }

    private static double mean(DenseData data, int rows, int columns) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sum += data.weight(i, j) * data.value(i, j);
                weight += data.weight(i, j);
            }
        }
        return sum / weight;
    }

    /** The minimizer of Σ w (y − μ − b_i − c_j)² + κ (Σ b² + Σ c²) from its normal equations: b, then c. */
    private static double[] ridge(DenseData data, int rows, int columns) {
        double[][] normal = new double[rows + columns][rows + columns];
        double[] right = new double[rows + columns];
        for (int k = 0; k < right.length; k++) {
            normal[k][k] = DAMPING;
        }
        double mean = mean(data, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double w = data.weight(i, j);
                double y = data.value(i, j) - mean;
                normal[i][i] += w;
                normal[rows + j][rows + j] += w;
                normal[i][rows + j] += w;
                normal[rows + j][i] += w;
                right[i] += w * y;
                right[rows + j] += w * y;
            }
        }
        return PlainMatrix.solve(normal, right);
    }
}
