package org.certifact.linalg.quartic;

import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/**
 * Projection on the spectraplex {X ⪰ 0, tr X = 1}: the eigenvalues less a number, where they exceed it. Few do, so only the
 * largest are computed, about as many as last time.
 */
final class Spectraplex {
    private static final int SPARE = 8;

    private final int d;
    private int rank;

    /** @param d rows of the matrices */
    Spectraplex(int d) {
        this.d = d;
        this.rank = Math.max(1, d / 20);
    }

    /** Rank of the last projection. */
    int rank() {
        return rank;
    }

    /** @param matrix d × d, symmetric. Not modified. @return d × d */
    double[] project(double[] matrix) {
        for (int count = Math.min(d, rank + rank / 8 + SPARE); ; count = Math.min(d, 2 * count)) {
            SymmetricEigen eigen = SymmetricEigen.leading(matrix, d, count);
            double shift = shift(eigen.values());
            rank = 0;
            while (rank < count && eigen.values()[count - 1 - rank] > shift) {
                rank++;
            }
            if (rank < count || count == d) {
                return product(eigen, shift);
            }
        }
    }

    /** The number t with Σ (value − t)₊ = 1. @param values ascending */
    private static double shift(double[] values) {
        double sum = 0;
        double shift = Double.NEGATIVE_INFINITY;
        for (int k = 1; k <= values.length; k++) {
            double value = values[values.length - k];
            if (value <= shift) {
                break;
            }
            sum += value;
            shift = (sum - 1) / k;
        }
        return shift;
    }

    private double[] product(SymmetricEigen eigen, double shift) {
        int first = eigen.size() - rank;
        double[] factor = new double[rank * d];
        for (int k = 0; k < rank; k++) {
            double root = Math.sqrt(eigen.values()[first + k] - shift);
            for (int i = 0; i < d; i++) {
                factor[k * d + i] = root * eigen.vectors()[(first + k) * d + i];
            }
        }
        double[] x = new double[d * d];
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(factor, rank, d).transposed(),
                        MatrixView.of(factor, rank, d),
                        MatrixView.of(x, d, d));
        return x;
    }
}
