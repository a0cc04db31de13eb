package org.certifact.solver;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.Arrays;
import org.certifact.linalg.dense.SymmetricEigen;
import org.netlib.util.intW;

/**
 * R with G = RᵀR for a Gram matrix G, by Cholesky's factorization; where columns nearly depend on each other, by eigenvalues, which
 * is ten times the work.
 *
 * @param rows R, size × size, row-major; zero where a direction counts as rounding
 * @param inverse R⁻ᵀ, the same: X R⁻¹ has orthonormal columns where G = XᵀX
 * @param directions how many rows of R are not zero
 */
record GramRoot(double[] rows, double[] inverse, int directions) {
    /** A column of which less than this share is left beside those before it nearly depends on them: its square's digits are gone. */
    private static final double NEARLY_DEPENDENT = 1e-9;

    /**
     * @param gram size × size. Not modified.
     * @param rounding directions below this share of the largest eigenvalue are left out
     * @throws ArithmeticException where it holds NaN or infinite numbers
     */
    static GramRoot of(double[] gram, int size, double rounding) {
        double[] lower = gram.clone(); // row-major, which LAPACK takes for the upper triangle of columns
        intW info = new intW(0);
        if (size > 0) {
            LAPACK.getInstance().dpotrf("U", size, lower, size, info);
        }
        return info.val == 0 && independent(lower, gram, size)
                ? ofTriangle(lower, size)
                : of(SymmetricEigen.of(gram, size), rounding);
    }

    /** @param rounding directions below this share of the largest eigenvalue are left out */
    static GramRoot of(SymmetricEigen eigen, double rounding) {
        int size = eigen.size();
        double[] rows = new double[size * size];
        double[] inverse = new double[size * size];
        int directions = 0;
        for (int k = 0; k < size; k++) {
            if (eigen.values()[k] > rounding * eigen.largest()) {
                double root = Math.sqrt(eigen.values()[k]);
                for (int l = k * size; l < (k + 1) * size; l++) {
                    rows[l] = root * eigen.vectors()[l];
                    inverse[l] = eigen.vectors()[l] / root;
                }
                directions++;
            }
        }
        return new GramRoot(rows, inverse, directions);
    }

    private static boolean independent(double[] lower, double[] gram, int size) {
        for (int k = 0; k < size; k++) {
            double left = lower[k * size + k];
            if (!(left * left > NEARLY_DEPENDENT * gram[k * size + k])) {
                return false;
            }
        }
        return true;
    }

    /** @param lower Rᵀ; what stands above its diagonal is overwritten */
    private static GramRoot ofTriangle(double[] lower, int size) {
        double[] upper = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                upper[j * size + i] = lower[i * size + j];
            }
            Arrays.fill(lower, i * size + i + 1, (i + 1) * size, 0);
        }
        if (size > 0) {
            LAPACK.getInstance().dtrtri("U", "N", size, lower, size, new intW(0));
        }
        return new GramRoot(upper, lower, size);
    }
}
