package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * The thin singular value decomposition T = B Σ Wᵀ of a tall matrix, from TᵀT: right for what is large, which is all that
 * is asked of it here.
 */
final class RightVectors {
    private final double[] b;
    private final double[] values;
    private final double[] rotation;
    private final int rows;
    private final int rank;

    private RightVectors(double[] b, double[] values, double[] rotation, int rows, int rank) {
        this.b = b;
        this.values = values;
        this.rotation = rotation;
        this.rows = rows;
        this.rank = rank;
    }

    /** @param t rows × rank */
    static RightVectors of(double[] t, int rows, int rank) {
        SymmetricEigen eigen = SymmetricEigen.of(DenseRows.gram(t, rows, rank, null), rank);
        double[] values = new double[rank];
        double[] rotation = new double[rank * rank];
        double[] scaled = new double[rank * rank];
        for (int k = 0; k < rank; k++) {
            int from = rank - 1 - k;
            values[k] = Math.sqrt(Math.max(0, eigen.values()[from]));
            for (int i = 0; i < rank; i++) {
                rotation[i * rank + k] = eigen.vectors()[from * rank + i];
                scaled[i * rank + k] = values[k] > 0 ? rotation[i * rank + k] / values[k] : 0;
            }
        }
        return new RightVectors(DenseRows.times(t, rows, rank, scaled, rank), values, rotation, rows, rank);
    }

    /** Singular value k, descending. */
    double value(int k) {
        return values[k];
    }

    /** Entry (j, k) of W. */
    double rotation(int j, int k) {
        return rotation[j * rank + k];
    }

    /** How many singular values exceed a threshold. */
    int above(double threshold) {
        int k = 0;
        while (k < rank && values[k] > threshold) {
            k++;
        }
        return k;
    }

    /** The first columns of B, rows × count. */
    double[] leading(int count) {
        double[] out = new double[rows * count];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(b, i * rank, out, i * count, count);
        }
        return out;
    }
}
