package org.certifact.linalg.dense;

import dev.ludovic.netlib.blas.BLAS;

/**
 * Proves by a Cholesky factorization that every eigenvalue of a symmetric matrix lies below a number.
 *
 * <p>If the factorization of fl(B − cI) runs to its end in floating point, with c at least γ/(1−γ)·tr(B) and
 * γ = (n+1)u, then B is positive semidefinite: Rump, "Verification of positive definiteness", BIT 46 (2006), theorem 2.3.
 * Here B = tI − A; n³/3 flops in blocks.
 */
public final class SpectralBound {
    private static final int BLOCK = 64;
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
        double[] l = new double[a.length];
        for (int k = 0; k < l.length; k++) {
            l[k] = -a[k];
        }
        for (int i = 0; i < n; i++) {
            l[i * n + i] = shift - a[i * n + i];
        }
        return factorize(l, n);
    }

    /** Left-looking blocked Cholesky of the lower triangle, column-major; false where a pivot is not positive. */
    private static boolean factorize(double[] l, int n) {
        BLAS blas = BLAS.getInstance();
        for (int j = 0; j < n; j += BLOCK) {
            int width = Math.min(BLOCK, n - j);
            int height = n - j;
            int corner = j * n + j;
            if (j > 0) {
                blas.dgemm("N", "T", height, width, j, -1.0, l, j, n, l, j, n, 1.0, l, corner, n);
            }
            if (!corner(l, corner, n, width)) {
                return false;
            }
            if (height > width) {
                blas.dtrsm("R", "L", "T", "N", height - width, width, 1.0, l, corner, n, l, corner + width, n);
            }
        }
        return true;
    }

    private static boolean corner(double[] l, int start, int n, int width) {
        for (int c = 0; c < width; c++) {
            int diagonal = start + c * n + c;
            double pivot = l[diagonal];
            for (int k = 0; k < c; k++) {
                pivot -= l[start + k * n + c] * l[start + k * n + c];
            }
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            l[diagonal] = root;
            for (int r = c + 1; r < width; r++) {
                double sum = l[start + c * n + r];
                for (int k = 0; k < c; k++) {
                    sum -= l[start + k * n + r] * l[start + k * n + c];
                }
                l[start + c * n + r] = sum / root;
            }
        }
        return true;
    }
}
