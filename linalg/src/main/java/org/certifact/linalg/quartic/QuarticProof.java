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
    private final QuarticForms forms;
    private final SymmetricPairs pairs;

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
        QuarticLayout layout = new QuarticLayout(signals.dimension());
        this.forms = new QuarticForms(layout);
        this.pairs = layout.pairs();
    }

    /** A b that is proved at a scale, infinite if none was. @param s scale of the signals */
    double proved(double s) {
        double[] fourth = lines.fourth(intercepts, s);
        double[] second = lines.second(intercepts, s);
        double[] matrix = moments(fourth, second);
        double error = 2 * (signals.signals() + 32) * UNIT * (lines.total(fourth, 4) + lines.total(second, 2))
                + 16 * UNIT * (norm(matrix) + norm(correction))
                + remainder();
        addCorrection(matrix);
        return TopEigenvalue.proved(matrix, pairs.size(), error);
    }

    /** T + K as it is proved: its form at vec(uuᵀ) is Σ_j (fourth_j (z_jᵀu)⁴ + second_j (z_jᵀu)²) for unit u. */
    double[] matrix(double[] fourth, double[] second) {
        double[] matrix = moments(fourth, second);
        addCorrection(matrix);
        return matrix;
    }

    private double[] moments(double[] fourth, double[] second) {
        SignalPasses.Sums sums = signals.sums(signals.dimension(), fourth, second);
        double[] matrix = new double[pairs.size() * pairs.size()];
        forms.addMatrix(sums.fourth(), 1, matrix);
        regroup(matrix);
        pairs.addProduct(sums.second(), 1, matrix);
        return matrix;
    }

    private void regroup(double[] matrix) {
        int d = pairs.size();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                int inA = tail(a);
                int inB = tail(b);
                if (inA + inB == 2) {
                    matrix[a * d + b] *= inA == 1 ? 1.5 : 0;
                }
            }
        }
    }

    /** How many indices of a pair are not leading. */
    private int tail(int a) {
        return (pairs.first(a) < leading ? 0 : 1) + (pairs.second(a) < leading ? 0 : 1);
    }

    private void addCorrection(double[] matrix) {
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
        QuarticForms head = new QuarticForms(new QuarticLayout(leading));
        double[] symmetric = new double[correction.length];
        head.addMatrix(head.average(correction), 1, symmetric);
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
