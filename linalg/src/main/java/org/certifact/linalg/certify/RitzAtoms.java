package org.certifact.linalg.certify;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.operator.LinearOperator;

/** Atoms of the gauge pair (‖·‖₂, ‖·‖₂): singular directions of G on the span of some of its right vectors. */
final class RitzAtoms {
    private RitzAtoms() {}

    /** From the Ritz vectors of all chains together, outside what is split off. */
    static Atoms among(LanczosBundle bundle, Deflation split, LinearOperator g, PolarRequest request) {
        double square = request.lambda() * request.lambda();
        double[] w = bundle.ritzVectorsAbove(square, request.mostAtoms());
        // young chains still hold what their starts had of the vectors split off
        return of(g, split.outside(w, w.length / g.columns()), request);
    }

    /**
     * Rayleigh–Ritz on (almost) orthonormal vectors: G W = U Σ Qᵀ rotates them to singular directions, left ones included.
     *
     * @param w columns × any number, row-major
     */
    static Atoms of(LinearOperator g, double[] w, PolarRequest request) {
        int q = w.length / g.columns();
        if (q == 0 || request.mostAtoms() == 0) {
            return Atoms.none();
        }
        double[] image = g.apply(w, q);
        SymmetricEigen eigen = SymmetricEigen.of(DenseRows.gram(image, g.rows(), q, null), q);
        int count = 0;
        while (count < Math.min(q, request.mostAtoms())
                && Math.sqrt(eigen.values()[q - 1 - count]) > request.lambda()) {
            count++;
        }
        double[] values = new double[count];
        double[] left = new double[g.rows() * count];
        double[] right = new double[g.columns() * count];
        for (int c = 0; c < count; c++) {
            int k = q - 1 - c;
            values[c] = Math.sqrt(eigen.values()[k]);
            rotate(w, g.columns(), q, eigen.vectors(), k, 1.0, right, count, c);
            rotate(image, g.rows(), q, eigen.vectors(), k, 1 / values[c], left, count, c);
        }
        return new Atoms(values, left, right);
    }

    /** The larger of the Ritz value and the best atom; a Ritz value above λ that no atom bears out was put there by rounding. */
    static double lower(double ritz, Atoms atoms, PolarRequest request) {
        if (atoms.count() > 0) {
            return Math.max(ritz, atoms.values()[0]);
        }
        return request.mostAtoms() > 0 ? Math.min(ritz, request.lambda()) : ritz;
    }

    /** out[:, c] = factor · x · eigenvector k. */
    private static void rotate(
            double[] x, int n, int q, double[] vectors, int k, double factor, double[] out, int count, int c) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int a = 0; a < q; a++) {
                sum += x[i * q + a] * vectors[k * q + a];
            }
            out[i * count + c] = factor * sum;
        }
    }
}
