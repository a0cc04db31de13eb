package org.certifact.linalg.quartic;

/**
 * Passes over the signals z_j, wherever they are, in coordinates of which the leading ones carry the most. Numbers a signal
 * come to the driver and go from it, in one fixed order; products of coordinates do not.
 */
public interface SignalPasses {

    /** Number of signals. */
    int signals();

    /** Number of coordinates of a signal. */
    int dimension();

    /** Upper bounds on the ‖z_j‖, right up to rounding. */
    double[] norms();

    /**
     * Forms at the leading coordinates of each signal.
     *
     * @param monomials coefficients of a quartic form of the leading coordinates, as {@link QuarticLayout} places them
     * @param quadratic leading × leading, symmetric
     */
    Moments moments(int leading, double[] monomials, double[] quadratic);

    /**
     * Weighted sums over the signals, of their leading coordinates; every number is a sum of products in some order.
     *
     * @param fourth a weight for each signal, or null for none of the fourth moments
     * @param second a weight for each signal
     */
    Sums sums(int leading, double[] fourth, double[] second);

    /**
     * @param fourth the quartic form at each signal
     * @param second the quadratic form at each signal
     */
    record Moments(double[] fourth, double[] second) {}

    /**
     * @param fourth Σ fourth_j z⊗z⊗z⊗z by its coefficients, as {@link QuarticLayout} places them; empty if not asked for
     * @param second Σ second_j zzᵀ, leading × leading
     */
    record Sums(double[] fourth, double[] second) {

        /** Takes apart what {@link SignalBlock#sums} returns, or the sum of such arrays. */
        public static Sums of(double[] both, int leading) {
            int cut = both.length - leading * leading;
            return new Sums(java.util.Arrays.copyOf(both, cut), java.util.Arrays.copyOfRange(both, cut, both.length));
        }
    }
}
