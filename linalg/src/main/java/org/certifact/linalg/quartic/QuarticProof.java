package org.certifact.linalg.quartic;

/**
 * Proves Σ_j (s|z_jᵀu| − c)₊² ≤ b λ² for all unit u, from lines and a matrix K of quartic form zero.
 *
 * <p>With w = vec(uuᵀ), ‖w‖ = 1, the lines give Σ_j (…) ≤ λ² wᵀTw, T = Σ_j p_j vec(zzᵀ)vec(zzᵀ)ᵀ + Q(Σ_j q_j zzᵀ) with
 * scale and λ taken into the weights, and wᵀKw = 0; so b = λ_max(T + K) will do. K is given on the leading coordinates. The
 * others are joined to them by regrouping u_h²u_t² in the fourth moments: once as (hh, tt) and twice as (ht, ht) becomes
 * three halves of (ht, ht).
 *
 * <p>Rounding: an entry of a sum over n signals errs by at most (n+8)u Σ|terms|, so the sums err by (n+8)u Σ p_j‖z_j‖⁴ and
 * (n+8)u Σ q_j‖z_j‖² in the spectral norm; the matrices made of them by some units of their Frobenius norm; and what
 * quartic form K has in spite of all is at most the norm of its symmetric part.
 */
final class QuarticProof {
    private static final double UNIT = 0x1p-53;

    private final SignalPasses signals;
    private final SignalLines lines;
    private final double[] intercepts;
    private final double[] correction;
    private final int leading;

    /**
     * @param intercepts q_j in [0, 1]
     * @param leading number of leading coordinates
     * @param correction K on them, symmetric
     */
    QuarticProof(SignalPasses signals, SignalLines lines, double[] intercepts, int leading, double[] correction) {
        this.signals = signals;
        this.lines = lines;
        this.intercepts = intercepts;
        this.leading = leading;
        this.correction = correction;
    }

    /** A b that is proved at a scale, infinite if none was. @param s scale of the signals */
    double proved(double s) {
        int m = signals.dimension();
        double[] fourth = lines.fourth(intercepts, s);
        double[] second = lines.second(intercepts, s);
        SignalPasses.Sums sums = signals.sums(m, fourth, second);
        QuarticLayout layout = new QuarticLayout(m);
        SymmetricPairs pairs = layout.pairs();
        int d = pairs.size();
        double[] matrix = new double[d * d];
        new QuarticForms(layout).addMatrix(sums.fourth(), 1, matrix);
        regroup(pairs, matrix);
        pairs.addProduct(sums.second(), 1, matrix);
        double error = 2 * (signals.signals() + 32) * UNIT * (lines.total(fourth, 4) + lines.total(second, 2))
                + 16 * UNIT * (norm(matrix) + norm(correction))
                + remainder();
        addCorrection(pairs, matrix);
        return TopEigenvalue.proved(matrix, d, error);
    }

    private void regroup(SymmetricPairs pairs, double[] matrix) {
        int d = pairs.size();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                int inA = tail(pairs, a);
                int inB = tail(pairs, b);
                if (inA + inB == 2) {
                    matrix[a * d + b] *= inA == 1 ? 1.5 : 0;
                }
            }
        }
    }

    /** How many indices of a pair are not leading. */
    private int tail(SymmetricPairs pairs, int a) {
        return (pairs.first(a) < leading ? 0 : 1) + (pairs.second(a) < leading ? 0 : 1);
    }

    private void addCorrection(SymmetricPairs pairs, double[] matrix) {
        SymmetricPairs head = new SymmetricPairs(leading);
        int d = pairs.size();
        for (int a = 0; a < head.size(); a++) {
            int row = pairs.at(head.first(a), head.second(a));
            for (int b = 0; b < head.size(); b++) {
                matrix[row * d + pairs.at(head.first(b), head.second(b))] += correction[a * head.size() + b];
            }
        }
    }

    /** ‖Sym(K)‖ in the Frobenius norm. */
    private double remainder() {
        QuarticForms forms = new QuarticForms(new QuarticLayout(leading));
        double[] symmetric = new double[correction.length];
        forms.addMatrix(forms.average(correction), 1, symmetric);
        return 1.001 * norm(symmetric);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double t : x) {
            sum += t * t;
        }
        return Math.sqrt(sum);
    }
}
