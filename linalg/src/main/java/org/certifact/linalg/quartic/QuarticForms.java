package org.certifact.linalg.quartic;

/**
 * Between symmetric 4-tensors N, by their coefficients, and symmetric matrices on the symmetric matrices: the matrix of N
 * is X ↦ Σ N_ijkl x_kl, and many other matrices have the same quartic form vec(uuᵀ)ᵀ M vec(uuᵀ). Two of them differ by
 * a matrix whose average over the three pairings of the indices is zero.
 */
final class QuarticForms {
    private final QuarticLayout layout;
    private final SymmetricPairs pairs;

    QuarticForms(QuarticLayout layout) {
        this.layout = layout;
        this.pairs = layout.pairs();
    }

    /** Adds factor times the matrix of a tensor. @param tensor coefficients @param out d × d. Modified. */
    void addMatrix(double[] tensor, double factor, double[] out) {
        int d = pairs.size();
        for (int a = 0; a < d; a++) {
            int i = pairs.first(a);
            int j = pairs.second(a);
            for (int b = a; b < d; b++) {
                double value = factor
                        * (pairs.weight(a) * pairs.weight(b))
                        * tensor[sorted(i, j, pairs.first(b), pairs.second(b))];
                out[a * d + b] += value;
                if (b > a) {
                    out[b * d + a] += value;
                }
            }
        }
    }

    /** @param i at most j and at most k @param k at most l */
    private int sorted(int i, int j, int k, int l) {
        if (j <= k) {
            return layout.at(i, j, k, l);
        }
        return j <= l ? layout.at(i, k, j, l) : layout.at(i, k, l, j);
    }

    /**
     * The tensor with a matrix's quartic form: the average of M_ijkl, M_ikjl and M_iljk, by which its matrix is also the
     * orthogonal projection of M.
     *
     * @param matrix d × d, symmetric. Not modified.
     */
    double[] average(double[] matrix) {
        double[] tensor = new double[layout.length()];
        layout.forEach((at, i, j, k, l) ->
                tensor[at] = (entry(matrix, i, j, k, l) + entry(matrix, i, k, j, l) + entry(matrix, i, l, j, k)) / 3);
        return tensor;
    }

    private double entry(double[] matrix, int i, int j, int k, int l) {
        int a = pairs.at(i, j);
        int b = pairs.at(k, l);
        return matrix[a * pairs.size() + b] / (pairs.weight(a) * pairs.weight(b));
    }

    /** Coefficients of the monomials: N_ijkl times the orders in which i ≤ j ≤ k ≤ l can be read. */
    double[] monomials(double[] tensor) {
        double[] out = new double[tensor.length];
        layout.forEach((at, i, j, k, l) -> out[at] = QuarticLayout.orders(i, j, k, l) * tensor[at]);
        return out;
    }

    /** Σ_k N_ijkk, m × m; its trace is that of the matrix of N. */
    double[] partialTrace(double[] tensor) {
        int m = layout.variables();
        double[] out = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = i; j < m; j++) {
                double sum = 0;
                for (int k = 0; k < m; k++) {
                    sum += tensor[k <= i ? layout.at(k, k, i, j) : sorted(i, j, k, k)];
                }
                out[i * m + j] = sum;
                out[j * m + i] = sum;
            }
        }
        return out;
    }
}
