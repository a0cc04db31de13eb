package org.certifact.linalg.krylov;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * An upper bound on λ_max(A) from several Lanczos chains together, where {@link LanczosChain#upperBound} knows one of them.
 *
 * <p>Let v be a unit eigenvector of A with value t, c the cosines of the starts with it, and q_sj = p_sj(A) x_s vector j of
 * chain s. Then v·q_sj = p_sj(t) c_s, so with Γ the inner products of all q, P(t) the matrix whose column s holds the p_sj(t),
 * and any ε ≥ 0, cᵀK(t)c ≤ 1 for the {@link ChristoffelMatrix} K(t) = P(t)ᵀ(Γ + εI)⁻¹P(t): the part of v that lies in the
 * span of the q is no longer than v. Unless |c| &lt; δ, a t with λ_min(K(t)) &gt; δ⁻² is therefore no eigenvalue. As many
 * eigenvalues as there are starts are kept apart by each step, where one chain takes a step for each.
 *
 * <p>For a whole interval, since K need not grow with t in every direction: K is a polynomial, and on the interval a convex
 * combination of its coefficients in Bernstein's basis, so if λ_min of each of them exceeds δ⁻², no t of the interval is an
 * eigenvalue.
 *
 * <p>The cosines of b independent Gaussian starts in n ≥ 3 dimensions are independent, with densities of at most
 * √((n−1)/2π). So P(|c| &lt; δ) ≤ ((n−1)/2)^{b/2} δ^b/Γ(b/2 + 1), by the volume of a ball.
 */
final class JointBound {
    /**
     * ε. Rounding in Γ, its factor and the chains' vectors is far below it; what of a vector stands out of the span of others by
     * less than its root counts for little. With 1e-3 a certificate takes as many products and proves less, with 1e-8 it takes
     * more parts to prove an interval.
     */
    private static final double EPSILON = 1e-4;

    private static final double UNIT = 0x1p-53;

    /** With more vectors the chains' own bounds have to do: rounding in Γ would outgrow ε, and the work that of a step. */
    private static final int MOST_VECTORS = 512;

    /** λ_min(K) must exceed δ⁻² by this share, for rounding, ... */
    private static final double ROUNDING = 2e-3;

    /** ... and where an interval is to begin, by this one: what the interval's other coefficients may have less. */
    private static final double MARGIN = 2e-2;

    /** Of numbers larger than δ⁻² by this factor the rounding may come near the first of these shares, so that they prove nothing. */
    private static final double TRUSTED = 1e9;

    /** The least t is found to this share of its distance from the largest Ritz value. */
    private static final double CLOSE = 1e-4;

    private static final int HALVINGS = 40;

    /** So often an interval may be parted. */
    private static final int PARTINGS = 5;

    /** So many beginnings of an interval are tried. */
    private static final int BEGINNINGS = 3;

    private final ChainProducts products;
    private final ChristoffelMatrix christoffel;
    private final int starts;
    private final double needed;

    /**
     * @param chains at least 2, of at least 3 rows, with independent Gaussian starts
     * @param products of their vectors
     * @param failureProbability with which the bound may be wrong
     */
    JointBound(List<LanczosChain> chains, ChainProducts products, double failureProbability) {
        this.products = products;
        this.starts = chains.size();
        int size = chains.get(0).head().length;
        double delta = leastLength(size, starts, failureProbability);
        this.needed = 1 / (delta * delta);
        this.christoffel = new ChristoffelMatrix(chains, products, Math.max(EPSILON, MOST_VECTORS * size * UNIT));
    }

    /** A δ with P(|c| &lt; δ) ≤ probability, c being the cosines of some independent uniform directions with a fixed one. */
    static double leastLength(int n, int directions, double probability) {
        double gamma = directions % 2 == 0 ? 1 : Math.sqrt(Math.PI);
        for (double k = directions % 2 == 0 ? 1 : 0.5; k <= 0.5 * directions; k++) {
            gamma *= k;
        }
        return Math.pow(probability * gamma, 1.0 / directions) * Math.sqrt(2.0 / (n - 1));
    }

    /**
     * The least t that is found with all eigenvalues below it, if all are below another.
     *
     * @param least a number that the largest eigenvalue is not below
     * @param known an upper bound
     * @param enough which bounds are worth the proof, all below one that is included
     * @return a bound; the known one where what seems to be one is not worth it
     */
    double upper(double least, double known, DoublePredicate enough) {
        if (Double.isInfinite(known) || products.count() > MOST_VECTORS) {
            return known;
        }
        double high = known;
        double low = least;
        for (int k = 0; k < HALVINGS && high - low > CLOSE * (high - least); k++) {
            double middle = 0.5 * (low + high);
            if (leastEigenvalue(christoffel.at(middle)) >= (1 + MARGIN) * needed) {
                high = middle;
            } else {
                low = middle;
            }
        }
        for (int k = 0; k < BEGINNINGS && high < known && enough.test(high); k++) {
            if (excluded(high, known, PARTINGS)) {
                return high;
            }
            high = 0.5 * (high + known);
        }
        return known;
    }

    /** Whether no eigenvalue lies between two numbers, proved in parts if need be. @param partings how often an interval may be parted */
    private boolean excluded(double from, double to, int partings) {
        double middle = 0.5 * (from + to);
        return excludedAtOnce(from, to)
                || (partings > 0 && excluded(from, middle, partings - 1) && excluded(middle, to, partings - 1));
    }

    private boolean excludedAtOnce(double from, double to) {
        List<double[]> powers = christoffel.powers(from, to - from);
        if (!powers.stream().allMatch(this::trusted)) {
            return false;
        }
        int degree = powers.size() - 1;
        for (int i = 0; i <= degree; i++) {
            double[] coefficient = new double[starts * starts];
            double share = 1;
            for (int m = 0; m <= i; m++) {
                double[] power = powers.get(m);
                for (int k = 0; k < power.length; k++) {
                    coefficient[k] += share * power[k];
                }
                share *= (double) (i - m) / (degree - m);
            }
            if (leastEigenvalue(coefficient) < (1 + ROUNDING) * needed) {
                return false;
            }
        }
        return true;
    }

    private double leastEigenvalue(double[] matrix) {
        return trusted(matrix) ? SymmetricEigen.of(matrix, starts).values()[0] : Double.NEGATIVE_INFINITY;
    }

    private boolean trusted(double[] matrix) {
        return Arrays.stream(matrix).allMatch(x -> Math.abs(x) <= TRUSTED * needed);
    }
}
