package org.certifact.linalg.quartic;

/**
 * Where the coefficients of a quartic form Σ N_ijkl u_i u_j u_k u_l with symmetric N stand in an array: one for every
 * i ≤ j ≤ k ≤ l, a sixth of what the matrix of N on the symmetric matrices has.
 *
 * <p>For sums over signals the coefficients lie in bands of a few j, each a rectangle that one matrix product fills:
 *
 * <pre>
 *   rows:    the pairs (i, j), i ≤ j, with j in the band
 *   columns: the pairs (k, l), k ≤ l, with k at least the band's first j, as {@link SymmetricPairs} orders them
 * </pre>
 *
 * <p>The few cells with k &lt; j stand for nothing: sums may fill them, nothing reads them.
 */
public final class QuarticLayout {
    /** So many j make a product that is wide enough, and hardly a cell that stands for nothing. */
    private static final int BAND = 8;

    private final int m;
    private final SymmetricPairs pairs;
    private final int[] starts;

    /** @param m number of variables, at least 1 */
    public QuarticLayout(int m) {
        this.m = m;
        this.pairs = new SymmetricPairs(m);
        this.starts = new int[(m + BAND - 1) / BAND + 1];
        for (int band = 0; band < bands(); band++) {
            starts[band + 1] = Math.addExact(starts[band], Math.multiplyExact(rows(band), columns(band)));
        }
    }

    /** Number of variables. */
    public int variables() {
        return m;
    }

    /** The coordinates of symmetric matrices in as many dimensions. */
    public SymmetricPairs pairs() {
        return pairs;
    }

    /** Length of an array of coefficients. */
    public int length() {
        return starts[bands()];
    }

    /** Number of bands. */
    int bands() {
        return starts.length - 1;
    }

    /** Where a band begins in an array of coefficients. */
    int start(int band) {
        return starts[band];
    }

    /** Where the pairs of a band's rows begin if pairs i ≤ j are ordered by j, then by i. */
    int firstRow(int band) {
        int j = band * BAND;
        return j * (j + 1) / 2;
    }

    /** Rows of a band. */
    int rows(int band) {
        int end = Math.min(m, (band + 1) * BAND);
        return end * (end + 1) / 2 - firstRow(band);
    }

    /** Columns of a band: the last ones of {@link SymmetricPairs}. */
    int columns(int band) {
        int left = m - band * BAND;
        return left * (left + 1) / 2;
    }

    /** Where N_ijkl stands. @param i at most j, and so on to l */
    public int at(int i, int j, int k, int l) {
        int band = j / BAND;
        int row = j * (j + 1) / 2 + i - firstRow(band);
        return starts[band] + row * columns(band) + pairs.at(k, l) - (pairs.size() - columns(band));
    }

    /** What is done with a coefficient. */
    interface Visit {
        /** @param at where N_ijkl stands, i ≤ j ≤ k ≤ l */
        void on(int at, int i, int j, int k, int l);
    }

    /** Visits every coefficient once. */
    void forEach(Visit visit) {
        for (int j = 0; j < m; j++) {
            for (int i = 0; i <= j; i++) {
                for (int k = j; k < m; k++) {
                    int at = at(i, j, k, k);
                    for (int l = k; l < m; l++) {
                        visit.on(at + l - k, i, j, k, l);
                    }
                }
            }
        }
    }

    /** In how many orders i ≤ j ≤ k ≤ l can be read: what N_ijkl counts in the form. */
    static int orders(int i, int j, int k, int l) {
        if (j == k) {
            return i == j ? (k == l ? 1 : 4) : (k == l ? 4 : 12);
        }
        return (i == j ? 1 : 2) * (k == l ? 1 : 2) * 6;
    }
}
