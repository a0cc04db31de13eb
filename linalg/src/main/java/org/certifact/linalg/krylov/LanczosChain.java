package org.certifact.linalg.krylov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * One Lanczos factorization of a symmetric positive semidefinite A from one random start:
 * A V = V T + β v eᵀ with V orthonormal and T tridiagonal. Each new vector is made orthogonal to all before it, and again
 * where that took away so much of it that rounding counts (Kahan's criterion; Parlett, "The Symmetric Eigenvalue Problem", 6.9).
 */
public final class LanczosChain {
    private static final double BREAKDOWN = 1e-13;

    /** Where a pass leaves this share of a vector's length, its rounding is no more than that of one operation. */
    private static final double ENOUGH_LEFT = 0.7;

    /** A β of this many times the scale of A cannot be told from 0. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private final List<double[]> basis = new ArrayList<>();
    private double[] alpha = new double[32];
    private double[] beta = new double[32];
    private int steps;
    private boolean exhausted;
    private double scale;

    /** @param start the first vector; normalized here. Kept and modified. */
    public LanczosChain(double[] start) {
        double norm = Math.sqrt(DenseRows.inner(start, start));
        if (!(norm > 0)) {
            throw new IllegalArgumentException("a Lanczos start must not be zero");
        }
        scale(start, 1 / norm);
        basis.add(start);
    }

    /** Number of steps done, the size of T. */
    public int steps() {
        return steps;
    }

    /** True once the Krylov space is invariant: nothing further can be found from this start. */
    public boolean exhausted() {
        return exhausted;
    }

    /** The vector whose product {@link #expand} wants next. Not to be modified. */
    public double[] head() {
        return basis.get(basis.size() - 1);
    }

    /** One step. @param product A times {@link #head()}. Modified and kept. */
    public void expand(double[] product) {
        if (exhausted) {
            throw new IllegalStateException(
                    "the Krylov space is invariant after " + steps + " steps: there is no next one");
        }
        double[] v = head();
        if (steps + 1 >= alpha.length) {
            alpha = Arrays.copyOf(alpha, 2 * alpha.length);
            beta = Arrays.copyOf(beta, 2 * beta.length);
        }
        double a = DenseRows.inner(v, product);
        alpha[steps] = a;
        axpy(-a, v, product);
        if (steps > 0) {
            axpy(-beta[steps - 1], basis.get(steps - 1), product);
        }
        double b = Math.sqrt(DenseRows.inner(product, product));
        double before;
        do {
            before = b;
            for (double[] q : basis) {
                axpy(-DenseRows.inner(q, product), q, product);
            }
            b = Math.sqrt(DenseRows.inner(product, product));
        } while (b < ENOUGH_LEFT * before && b > BREAKDOWN * scale);
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new ArithmeticException("the product of Lanczos step " + (steps + 1)
                    + " holds NaN or infinite numbers; the operator, and so the factors, must be finite");
        }
        scale = Math.max(scale, Math.max(a, b));
        steps++;
        beta[steps - 1] = b;
        if (!(b > BREAKDOWN * scale) || steps >= v.length) {
            beta[steps - 1] = Math.max(b, ROUNDING * scale);
            exhausted = true;
            return;
        }
        scale(product, 1 / b);
        basis.add(product);
    }

    /** The eigenvalues of T, ascending. */
    double[] ritzValues() {
        return SymmetricEigen.tridiagonalValues(alpha, beta, steps);
    }

    /** The largest eigenvalue of T. Not before the first step. */
    public double largestRitz() {
        return ritzValues()[steps - 1];
    }

    /** The orthonormal vectors so far, {@link #head} last: one more than steps, unless the chain is exhausted. Not to be modified. */
    List<double[]> basis() {
        return basis;
    }

    /** T's diagonal. */
    double alpha(int k) {
        return alpha[k];
    }

    /** What stands beside T's diagonal; the last one is β. */
    double beta(int k) {
        return beta[k];
    }

    /**
     * An upper bound on λ_max(A) that holds unless the start lies nearly orthogonal to the top eigenvector.
     *
     * <p>With p_j the orthonormal polynomials of the start's spectral measure (their coefficients are T), the mass γ² of
     * an eigenvalue t satisfies γ² Σ_j p_j(t)² ≤ 1 (the Christoffel function), so every t beyond the largest Ritz value
     * with Σ_{j≤k} p_j(t)² ≥ 1/δ² is no eigenvalue whose squared cosine with the start is δ² or more. This is the bound
     * of Kuczyński and Woźniakowski (1992) with the polynomials at hand in place of the worst case; compare Hochstenbach,
     * "Probabilistic upper bounds for the matrix two-norm", J. Sci. Comput. 57 (2013).
     *
     * <p>A chain that ended is no exception: an eigenvector at cosine γ leaves only β ≈ γ (t − θ), so a β that looks like
     * rounding may hide an eigenvalue up to β/δ above the largest Ritz value θ. Only after n steps does T know all of A.
     *
     * @param largestRitz largest eigenvalue of T
     * @param delta the cosine below which the start counts as failed
     */
    public double upperBound(double largestRitz, double delta) {
        double rounding = 1 + 64 * Math.ulp(1.0) * (steps + 1);
        if (scale == 0) {
            return largestRitz;
        }
        if (steps == basis.get(0).length) {
            return (largestRitz + beta[steps - 1]) * rounding;
        }
        double needed = 1 / (delta * delta);
        double step = Math.max(largestRitz, Double.MIN_NORMAL) * 1e-14;
        double low = largestRitz;
        while (!reaches(low + step, needed)) {
            step *= 2;
            if (Double.isInfinite(low + step)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double high = low + step;
        for (int i = 0; i < 40 && high - low > 1e-4 * (high - largestRitz); i++) {
            double middle = 0.5 * (low + high);
            if (reaches(middle, needed)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high * rounding;
    }

    /** Whether Σ_{j≤k} p_j(t)² ≥ needed. */
    private boolean reaches(double t, double needed) {
        double before = 0;
        double p = 1;
        double sum = 1;
        for (int j = 0; j < steps; j++) {
            double next = ((t - alpha[j]) * p - (j == 0 ? 0 : beta[j - 1] * before)) / beta[j];
            before = p;
            p = next;
            sum += p * p;
            if (sum >= needed) {
                return true;
            }
        }
        return false;
    }

    private static void axpy(double c, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += c * x[i];
        }
    }

    private static void scale(double[] x, double c) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= c;
        }
    }
}
