package org.certifact.solver;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.FactorMatrix;

/**
 * Codes of single rows with fixed components V: min_u ½‖y − Vu‖² + λ Σ_k ‖V_k‖ (½u_k²/‖U_k‖ + γ|u_k|), U being the codes that the
 * components were learned with, as {@link Encoding} has it of columns.
 */
public final class RowEncoder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_ROUNDS = 500;
    private static final double ENOUGH = 1e-10;

    private final double[] components;
    private final CoordinateStep step;

    /**
     * @param norm gauges of the columns of U and of V
     * @param codes every row of U, block by block
     * @param components V, columns of the matrix × rank. Not copied.
     */
    public RowEncoder(FactorNorm norm, double lambda, FactorMatrix codes, double[] components) {
        int rank = codes.rank();
        int rows = rank == 0 ? 0 : components.length / rank;
        double[] sums = new double[2 * rank];
        ColumnNorms.addTo(components, rank, sums, 0);
        ColumnPenalty penalty = ColumnPenalty.of(
                lambda, norm.left(), GaugeSum.columnNorms(codes), norm.right(), ColumnNorms.read(sums, 0, rank));
        this.components = components;
        this.step = new CoordinateStep(DenseRows.gram(components, rows, rank, null), rank, 1, penalty);
    }

    /** The code of a row y, given by the places and values of what is not zero. */
    public double[] encode(int[] places, double[] values) {
        int rank = step.rank();
        double[] correlation = new double[rank];
        for (int j = 0; j < places.length; j++) {
            for (int k = 0; k < rank; k++) {
                correlation[k] += values[j] * components[places[j] * rank + k];
            }
        }
        double[] point = new double[rank];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] gradient = DenseRows.times(point, 1, rank, step.gram(), rank);
            for (int k = 0; k < rank; k++) {
                gradient[k] = correlation[k] - gradient[k];
            }
            double[] next = step.apply(point, gradient);
            double change = 0;
            for (int k = 0; k < rank; k++) {
                change = Math.max(change, Math.abs(next[k] - point[k]));
            }
            point = next;
            if (change <= ENOUGH * Arrays.stream(next).map(Math::abs).max().orElse(0)) {
                break;
            }
        }
        return point;
    }
}
