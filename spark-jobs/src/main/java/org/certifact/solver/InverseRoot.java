package org.certifact.solver;

import org.certifact.linalg.dense.SymmetricEigen;

/** R⁻¹ for a Gram matrix K = RᵀR, so that S R⁻¹ has orthonormal columns where K = SᵀS. */
final class InverseRoot {
    private InverseRoot() {}

    /**
     * @param k size × size
     * @param rounding directions below this share of the largest are left out
     * @return size × rank
     */
    static double[] of(double[] k, int size, double rounding) {
        SymmetricEigen eigen = SymmetricEigen.of(k, size);
        int rank = 0;
        while (rank < size && eigen.values()[size - 1 - rank] > rounding * eigen.largest()) {
            rank++;
        }
        double[] out = new double[size * rank];
        for (int c = 0; c < rank; c++) {
            int from = size - 1 - c;
            double scale = 1 / Math.sqrt(eigen.values()[from]);
            for (int i = 0; i < size; i++) {
                out[i * rank + c] = scale * eigen.vectors()[from * size + i];
            }
        }
        return out;
    }
}
