package org.certifact.linalg.quartic;

/**
 * Coordinates of the symmetric m × m matrices: vec(X) lists x_ij for i ≤ j, row after row, with those off the diagonal
 * times √2, so that ⟨vec(X), vec(Y)⟩ = tr(XY).
 */
public final class SymmetricPairs {
    private static final double ROOT = Math.sqrt(2);

    private final int m;
    private final int size;
    private final int[] first;
    private final int[] second;

    /** @param m rows of the matrices, at least 1 */
    public SymmetricPairs(int m) {
        this.m = m;
        this.size = m * (m + 1) / 2;
        this.first = new int[size];
        this.second = new int[size];
        for (int i = 0; i < m; i++) {
            for (int j = i; j < m; j++) {
                first[at(i, j)] = i;
                second[at(i, j)] = j;
            }
        }
    }

    /** d = m(m+1)/2. */
    public int size() {
        return size;
    }

    /** Where x_ij stands. @param i at most j */
    public int at(int i, int j) {
        return i * m - i * (i - 1) / 2 + j - i;
    }

    /** The i of coordinate a. */
    public int first(int a) {
        return first[a];
    }

    /** The j of coordinate a, at least its i. */
    public int second(int a) {
        return second[a];
    }

    /** 1 on the diagonal, √2 off it. */
    public double weight(int a) {
        return first[a] == second[a] ? 1 : ROOT;
    }

    /** vec(uuᵀ), of length ‖u‖². */
    public double[] square(double[] u) {
        double[] w = new double[size];
        for (int a = 0; a < size; a++) {
            w[a] = weight(a) * u[first[a]] * u[second[a]];
        }
        return w;
    }

    /**
     * Adds the matrix of X ↦ factor (AX + XA)/2, whose form at vec(X) is factor · tr(XAX), and at vec(uuᵀ)
     * factor · uᵀAu ‖u‖².
     *
     * @param a m × m, symmetric. Not modified.
     * @param out d × d. Modified.
     */
    public void addProduct(double[] a, double factor, double[] out) {
        // with E_p = (w_p/2)(e_i e_jᵀ + e_j e_iᵀ) it is tr(E_p A E_q), nonzero where p and q share an index
        for (int p = 0; p < size; p++) {
            for (int k = 0; k < m; k++) {
                addShared(p, first[p], k, factor * a[second[p] * m + k], out);
                addShared(p, second[p], k, factor * a[first[p] * m + k], out);
            }
        }
    }

    private void addShared(int p, int shared, int k, double value, double[] out) {
        int q = at(Math.min(shared, k), Math.max(shared, k));
        out[p * size + q] += 0.25 * weight(p) * weight(q) * (shared == k ? 2 : 1) * value;
    }
}
