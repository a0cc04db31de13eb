package org.certifact.linalg.quartic;

import dev.ludovic.netlib.blas.BLAS;
import java.util.SplittableRandom;
import org.certifact.linalg.dense.SpectralBound;
import org.certifact.linalg.krylov.LanczosChain;

/**
 * An upper bound on the largest eigenvalue of a symmetric matrix: estimated from below by a Lanczos chain, whose Ritz values
 * need no semidefiniteness, and proved a little above by a Cholesky factorization.
 */
final class TopEigenvalue {
    private static final double[] MARGINS = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};
    private static final int STRIDE = 10;
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-6;

    private TopEigenvalue() {}

    /**
     * @param matrix n × n, symmetric. Not modified.
     * @param error bound on the spectral norm of what rounding did to the matrix
     * @return a number that is proved, infinite if none was
     */
    static double proved(double[] matrix, int n, double error) {
        double estimate = estimate(matrix, n);
        for (double margin : MARGINS) {
            double bound = estimate + margin * Math.abs(estimate) + 4 * error;
            if (SpectralBound.provesBelow(matrix, n, bound, error)) {
                return bound;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double estimate(double[] matrix, int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = random.nextGaussian();
        }
        LanczosChain chain = new LanczosChain(start);
        double before = Double.NEGATIVE_INFINITY;
        while (true) {
            for (int k = 0; k < STRIDE && !chain.exhausted(); k++) {
                double[] y = new double[n];
                BLAS.getInstance().dgemv("N", n, n, 1.0, matrix, n, chain.head(), 1, 0.0, y, 1);
                chain.expand(y);
            }
            double now = chain.largestRitz();
            if (chain.exhausted() || chain.steps() >= MOST_STEPS || now - before <= SETTLED * Math.abs(now)) {
                return now;
            }
            before = now;
        }
    }
}
