package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.matrix.DenseData;
import org.certifact.matrix.Offsets;
import org.certifact.matrix.PlacedData;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class OffsetFitTest {
    private static final double DAMPING = 3;
    private static final DenseData DATA = DenseData.random(9, 6, 0.6, 1).weighted(2, 2);
    private static final PlacedData PLACED = PlacedData.of(DATA, 2, 0);

    @Test
    void theMeanIsTheWeightedMeanAndNothingElse() {
        Offsets offsets = OffsetFit.mean(PLACED.matrix());
        assertThat(offsets.mean()).isCloseTo(mean(), within(1e-12));
        assertThat(offsets.rows().collect()).containsOnly(0.0).hasSize(9);
        assertThat(offsets.columns().collect()).containsOnly(0.0).hasSize(6);
    }

    @Test
    void biasesSolveTheRidgeProblem() {
        Offsets offsets = OffsetFit.biases(PLACED.matrix());
        double[] expected = ridge();
        double[][] rows = PLACED.rowsOf(offsets.rows());
        double[][] columns = PLACED.columnsOf(offsets.columns());
        assertThat(offsets.mean()).isCloseTo(mean(), within(1e-12));
        for (int i = 0; i < 9; i++) {
            assertThat(rows[i][0]).isCloseTo(expected[i], within(1e-6));
        }
        for (int j = 0; j < 6; j++) {
            assertThat(columns[j][0]).isCloseTo(expected[9 + j], within(1e-6));
        }
    }

    private static double mean() {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                sum += DATA.weight(i, j) * DATA.value(i, j);
                weight += DATA.weight(i, j);
            }
        }
        return sum / weight;
    }

    /** The minimizer of Σ w (y − μ − b_i − c_j)² + κ (Σ b² + Σ c²) from its normal equations: b, then c. */
    private static double[] ridge() {
        double[][] normal = new double[15][15];
        double[] right = new double[15];
        for (int k = 0; k < 15; k++) {
            normal[k][k] = DAMPING;
        }
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                double w = DATA.weight(i, j);
                double y = DATA.value(i, j) - mean();
                normal[i][i] += w;
                normal[9 + j][9 + j] += w;
                normal[i][9 + j] += w;
                normal[9 + j][i] += w;
                right[i] += w * y;
                right[9 + j] += w * y;
            }
        }
        return PlainMatrix.solve(normal, right);
    }
}
