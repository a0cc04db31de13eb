package org.certifact.linalg.certify;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.krylov.Deflation;
import org.certifact.linalg.krylov.LanczosBundle;
import org.certifact.linalg.krylov.RitzPairs;
import org.certifact.linalg.operator.LinearOperator;

/** Atoms of the gauge pair (‖·‖₂, ‖·‖₂): singular directions of G on the span of some of its right vectors. */
final class RitzAtoms {
    /** Ritz values of what is left of GᵀG that are less than this share of λ² do not exceed it with the rest's part. */
    private static final double MIXING = 0.5;

    private RitzAtoms() {}

    /**
     * From the Ritz vectors of all chains and what is split off, together: at a point that is no optimum yet the top singular
     * directions lie partly in each.
     */
    static Atoms among(LanczosBundle bundle, Deflation split, LinearOperator g, PolarRequest request) {
        if (request.mostAtoms() == 0) {
            return Atoms.none();
        }
        double square = request.lambda() * request.lambda();
        RitzPairs rest = bundle.ritzAbove(MIXING * square, request.mostAtoms());
        return of(g, split.ritzAbove(rest, square, request.mostAtoms()), request);
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
        double[] rotation = eigen.best(count);
        double[] shortened = rotation.clone();
        for (int c = 0; c < count; c++) {
            values[c] = Math.sqrt(eigen.values()[q - 1 - c]);
            for (int a = 0; a < q; a++) {
                shortened[a * count + c] /= values[c];
            }
        }
        return new Atoms(
                values,
                DenseRows.sharedTimes(image, g.rows(), q, shortened, count),
                DenseRows.sharedTimes(w, g.columns(), q, rotation, count));
    }

    /** The larger of the Ritz value and the best atom; a Ritz value above λ that no atom bears out was put there by rounding. */
    static double lower(double ritz, Atoms atoms, PolarRequest request) {
        if (atoms.count() > 0) {
            return Math.max(ritz, atoms.values()[0]);
        }
        return request.mostAtoms() > 0 ? Math.min(ritz, request.lambda()) : ritz;
    }
}
