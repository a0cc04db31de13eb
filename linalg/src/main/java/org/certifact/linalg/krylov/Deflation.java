package org.certifact.linalg.krylov;

import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SpectralBound;
import org.certifact.linalg.dense.SymmetricEigen;

/**
 * A symmetric positive semidefinite A, taken apart by vectors that are known to lie near its top eigenvectors: with Q an
 * orthonormal basis of theirs, H = QᵀAQ, C = (I − QQᵀ)AQ and the rest D = (I − QQᵀ)A(I − QQᵀ).
 *
 * <p>Whatever Q is, D ≤ d I implies A ≤ τ I for every τ &gt; d with H + CᵀC/(τ − d) ≤ τ I, by the Schur complement. Where Q
 * holds the top of the spectrum, C is small and d may be a bound far above the largest eigenvalue of D without harm.
 */
public final class Deflation {
    private static final double UNIT = 0x1p-53;

    /** A direction with less than this share of the longest vector's squared length is taken for rounding. */
    private static final double DEPENDENT = 1e-10;

    /** Vectors with more than this share of their squared length in the span of those taken out tell nothing new. */
    private static final double INSIDE = 0.95;

    /** The bound is found to this share of its distance from what no bound can undercut. */
    private static final double CLOSE = 1e-3;

    private static final int HALVINGS = 40;

    private final int size;
    private final int count;
    private final double[] basis;
    private final double[] top;
    private final double[] beyond;
    private final double[] coupling;
    private final double largest;
    private final double reach;
    private final LanczosBundle.Product product;

    /**
     * @param size n
     * @param vectors n × count, row-major, of any lengths, dependent ones included. Not modified.
     * @param product with A; asked for once here
     */
    public Deflation(int size, double[] vectors, int count, LanczosBundle.Product product) {
        this.size = size;
        this.product = product;
        double[] once = orthonormal(size, vectors, count);
        this.count = size == 0 ? 0 : once.length / size;
        this.basis = orthonormal(size, once, this.count);
        double[] images = this.count == 0 ? new double[0] : product.times(basis, this.count);
        this.top = symmetric(DenseRows.cross(basis, this.count, images, this.count, size, null), this.count);
        this.beyond = outside(images, this.count);
        this.coupling = DenseRows.gram(beyond, size, this.count, null);
        this.largest = this.count == 0 ? 0 : SymmetricEigen.largest(top, this.count);
        this.reach = this.count == 0 ? 0 : Math.sqrt(Math.max(0, SymmetricEigen.largest(coupling, this.count)));
    }

    /** A as it is. */
    public static Deflation none(int size, LanczosBundle.Product product) {
        return new Deflation(size, new double[0], 0, product);
    }

    /** Products with A that it took to take it apart. */
    public int products() {
        return count == 0 ? 0 : 1;
    }

    /** A lower bound on λ_max(A): the largest eigenvalue of H. */
    public double lower() {
        return largest;
    }

    /** D x. @param x n × count. Not modified. */
    public double[] rest(double[] x, int columns) {
        return outside(product.times(outside(x, columns), columns), columns);
    }

    /** An upper bound on λ_max(A). @param rest one on λ_max(D) */
    public double upper(double rest) {
        if (count == 0 || Math.max(rest, largest + reach) == 0) {
            return rest;
        }
        double low = Math.max(rest, largest);
        double high = low + reach;
        for (double more = Math.max(high * size * UNIT, Double.MIN_VALUE); !holds(high, rest); more *= 2) {
            high += more;
            if (!Double.isFinite(high)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double floor = low;
        for (int k = 0; k < HALVINGS && high - low > CLOSE * (high - floor); k++) {
            double middle = 0.5 * (low + high);
            if (holds(middle, rest)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Whether H + CᵀC/(τ − d) ≤ τ I is proved. */
    private boolean holds(double tau, double rest) {
        double room = tau - rest;
        if (!(room > 0)) {
            return false;
        }
        double[] complement = new double[count * count];
        for (int k = 0; k < complement.length; k++) {
            complement[k] = top[k] + coupling[k] / room;
        }
        double error = size * UNIT * (largest + reach * reach / room);
        return SpectralBound.provesBelow(complement, count, tau, error);
    }

    /** (I − QQᵀ) x; x itself where nothing is taken out. @param x n × count. Not modified. */
    public double[] outside(double[] x, int columns) {
        if (count == 0) {
            return x;
        }
        double[] inside =
                DenseRows.times(basis, size, count, DenseRows.cross(basis, count, x, columns, size, null), columns);
        double[] out = new double[x.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = x[k] - inside[k];
        }
        return out;
    }

    /**
     * Rayleigh–Ritz of A on the vectors taken out and some of what is left together: H, WᵀDW and WᵀC are at hand, so that it
     * takes no product. What lies almost in the span of the vectors taken out is known, and left out.
     *
     * @param rest Ritz pairs of D
     * @param threshold only Ritz values above it count
     * @param most at most so many
     * @return orthonormal Ritz vectors, best first, n × their number
     */
    public double[] ritzAbove(RitzPairs rest, double threshold, int most) {
        int more = rest.values().length;
        // young chains still hold what their starts had of the vectors taken out
        double[] w = outside(rest.vectors(), more);
        SymmetricEigen eigen = SymmetricEigen.of(joint(w, rest.values()), count + more);
        int all = count + more;
        double[] rotation = new double[all * Math.min(most, all)];
        int found = 0;
        for (int k = all - 1; k >= 0 && found < most && eigen.values()[k] > threshold; k--) {
            double known = 0;
            for (int i = 0; i < count; i++) {
                known += eigen.vectors()[k * all + i] * eigen.vectors()[k * all + i];
            }
            if (known < INSIDE) {
                System.arraycopy(eigen.vectors(), k * all, rotation, found * all, all);
                found++;
            }
        }
        double[] both = DenseRows.beside(basis, count, w, more, size);
        return DenseRows.times(both, size, all, DenseRows.transposed(rotation, found, all), found);
    }

    /** A on the basis and orthonormal vectors beside it. @param values WᵀDW's diagonal */
    private double[] joint(double[] w, double[] values) {
        int more = values.length;
        int all = count + more;
        double[] mixed = DenseRows.cross(w, more, beyond, count, size, null);
        double[] joint = new double[all * all];
        for (int i = 0; i < count; i++) {
            System.arraycopy(top, i * count, joint, i * all, count);
        }
        for (int k = 0; k < more; k++) {
            joint[(count + k) * all + count + k] = values[k];
            for (int i = 0; i < count; i++) {
                joint[(count + k) * all + i] = mixed[k * count + i];
                joint[i * all + count + k] = mixed[k * count + i];
            }
        }
        return joint;
    }

    private static double[] orthonormal(int n, double[] x, int count) {
        SymmetricEigen gram = SymmetricEigen.of(DenseRows.gram(x, n, count, null), count);
        int first = 0;
        while (first < count && !(gram.values()[first] > DEPENDENT * gram.largest())) {
            first++;
        }
        int kept = count - first;
        double[] turn = new double[count * kept];
        for (int k = 0; k < kept; k++) {
            double length = Math.sqrt(gram.values()[first + k]);
            for (int i = 0; i < count; i++) {
                turn[i * kept + k] = gram.vectors()[(first + k) * count + i] / length;
            }
        }
        return DenseRows.times(x, n, count, turn, kept);
    }

    /** (M + Mᵀ)/2. */
    static double[] symmetric(double[] matrix, int n) {
        double[] out = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                out[i * n + k] = 0.5 * (matrix[i * n + k] + matrix[k * n + i]);
            }
        }
        return out;
    }
}
