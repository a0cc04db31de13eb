package org.certifact.solver;

import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.FactorMatrix;

/** Σ_k ‖U_k‖‖V_k‖ from the norms of the columns. */
final class GaugeSum {
    private GaugeSum() {}

    static double of(FactorNorm norm, ColumnNorms u, ColumnNorms v) {
        double sum = 0;
        for (int k = 0; k < u.rank(); k++) {
            sum += u.gauge(norm.left(), k) * v.gauge(norm.right(), k);
        }
        return sum;
    }

    /** Squared ℓ₂ norms, then ℓ₁ norms, of a factor's columns at values + β·step: one small job. */
    static double[] norms(FactorMatrix factor, double beta) {
        int rank = factor.rank();
        return FactorMatrix.sum(
                factor.blocks().map(block -> {
                    double[] sums = new double[2 * rank];
                    ColumnNorms.addTo(block.at(beta), rank, sums, 0);
                    return sums;
                }),
                2 * rank);
    }

    static ColumnNorms columnNorms(FactorMatrix factor) {
        return ColumnNorms.read(norms(factor, 0), 0, factor.rank());
    }
}
