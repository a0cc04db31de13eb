package org.certifact.linalg.dense;

import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;

/**
 * Proves by a Cholesky factorization that every eigenvalue of a symmetric matrix lies below a number.
 *
 * <p>If the factorization of fl(B − cI) runs to its end in floating point, with c at least γ/(1−γ)·tr(B) and
 * γ = (n+1)u, then B is positive semidefinite: Rump, "Verification of positive definiteness", BIT 46 (2006), theorem 2.3.
 * Here B = tI − A; n³/3 flops, by halves.
 */
public final class SpectralBound {
    /** Up to so many rows go one by one. */
    private static final int SMALL = 16;

    private static final double UNIT = 0x1p-53;

    private SpectralBound() {}

    /**
     * Whether λ_max(A) ≤ t is proved for every symmetric A within {@code error} of the given one in the spectral norm.
     *
     * @param a n × n, symmetric. Not modified.
     * @param t the number that every eigenvalue shall not exceed
     * @param error bound on the spectral norm of what rounding did to A
     * @return true only if proved; false means nothing
     */
    public static boolean provesBelow(double[] a, int n, double t, double error) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += Math.abs(t) + Math.abs(a[i * n + i]);
        }
        double gamma = (n + 8) * UNIT / (1 - (n + 8) * UNIT);
        double shift = t - error - gamma / (1 - gamma) * trace;
        if (!(shift > 0)) {
            return false;
        }
        double[] u = new double[a.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = -a[k];
        }
        for (int i = 0; i < n; i++) {
            u[i * n + i] = shift - a[i * n + i];
        }
        return factorize(u, n);
    }

    /** Cholesky factorization A = UᵀU; false where a pivot is not positive. @param u the upper triangle of A, row-major. Overwritten. */
    private static boolean factorize(double[] u, int n) {
        return factorize(u, n, 0, n);
    }

    /** Rows from .. to-1 of U, of which those above have been subtracted already: one half, what it leaves of the other, that. */
    private static boolean factorize(double[] u, int n, int from, int to) {
        if (to - from <= SMALL) {
            return eliminate(u, n, from, to);
        }
        int middle = (from + to) / 2;
        if (!factorize(u, n, from, middle)) {
            return false;
        }
        int size = middle - from;
        MatrixView known = MatrixView.of(u, from * n + middle, size, n - middle, n);
        MatrixView beside = MatrixView.of(u, from * n + middle, size, to - middle, n);
        MatrixProducts.shared()
                .addUpper(
                        -1,
                        beside.transposed(),
                        known,
                        MatrixView.of(u, middle * n + middle, to - middle, n - middle, n));
        return factorize(u, n, middle, to);
    }

    /** The same, row by row. */
    private static boolean eliminate(double[] u, int n, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int k = from; k < i; k++) {
                double share = u[k * n + i];
                for (int j = i; j < n; j++) {
                    u[i * n + j] -= share * u[k * n + j];
                }
            }
            double pivot = u[i * n + i];
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int j = i; j < n; j++) {
                u[i * n + j] /= root;
            }
        }
        return true;
    }
}
