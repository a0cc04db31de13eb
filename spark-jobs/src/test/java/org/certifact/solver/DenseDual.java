package org.certifact.solver;

import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.matrix.DenseData;

/**
 * The dual side of completion at X from plain arrays.
 *
 * @param polar the largest singular value of the scaled gradient
 * @param linear ⟨G, Y⟩
 * @param quadratic Σ g²/w
 */
record DenseDual(double polar, double linear, double quadratic) {

    static DenseDual at(DenseData data, double[][] x, double alpha) {
        double[][] scaled = data.scaledGradient(x, alpha);
        double square = SymmetricEigen.of(flat(times(transposed(scaled), scaled)), data.columns())
                .largest();
        double[][] gradient = data.gradient(x);
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < data.columns(); j++) {
                linear += gradient[i][j] * data.value(i, j);
                quadratic += data.weight(i, j) > 0 ? gradient[i][j] * gradient[i][j] / data.weight(i, j) : 0;
            }
        }
        return new DenseDual(Math.sqrt(Math.max(0, square)), linear, quadratic);
    }

    /** The best dual value of sG over 0 ≤ s ≤ λ / bound. */
    double value(double lambda, double bound) {
        double s = Math.max(0, Math.min(linear / quadratic, lambda / bound));
        return s * linear - 0.5 * s * s * quadratic;
    }
}
