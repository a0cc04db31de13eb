package org.certifact.linalg.quartic;

import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;

/**
 * Sums over some signals z_j, the rows of a block, of what they contribute to quartic forms. The products of their
 * coordinates by twos are made for a few signals at a time; 2·m⁴/12 flops a signal and pass, in matrix products.
 */
public final class SignalBlock {
    /** Signals whose pairs are held at a time. */
    private static final int CHUNK = 256;

    /** Relative margin for the rounding of a norm. */
    private static final double MARGIN = 1e-12;

    private final double[] values;
    private final int rows;
    private final int dimension;

    /** @param values rows × dimension, row-major. Not copied. */
    public SignalBlock(double[] values, int rows, int dimension) {
        this.values = values;
        this.rows = rows;
        this.dimension = dimension;
    }

    /** ‖z_j‖ of each signal, rounded up. */
    public double[] norms() {
        double[] norms = new double[rows];
        for (int j = 0; j < rows; j++) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                double t = values[j * dimension + i];
                sum += t * t;
            }
            norms[j] = Math.sqrt(sum) * (1 + MARGIN);
        }
        return norms;
    }

    /**
     * Forms at the leading coordinates of each signal.
     *
     * @param monomials coefficients of a quartic form of the leading coordinates
     * @param quadratic leading × leading, symmetric
     * @return the quartic form at each signal, then the quadratic form at each
     */
    public double[] moments(int leading, double[] monomials, double[] quadratic) {
        PairProducts products = new PairProducts(new QuarticLayout(leading), Math.min(rows, CHUNK));
        double[] out = new double[2 * rows];
        for (int from = 0; from < rows; from += CHUNK) {
            int count = Math.min(CHUNK, rows - from);
            double[] z = leading(from, count, leading);
            products.fill(z, count, null, 0);
            products.evaluate(monomials, out, from);
            double[] image = DenseRows.times(z, count, leading, quadratic, leading);
            for (int k = 0; k < image.length; k++) {
                out[rows + from + k / leading] += z[k] * image[k];
            }
        }
        return out;
    }

    /**
     * Weighted sums over the signals, of their leading coordinates.
     *
     * @param fourth weights of the first sum, of this block's signals from place {@code at} on; null leaves it out
     * @param second weights of the second, likewise
     * @return Σ_j fourth_j z⊗z⊗z⊗z by its coefficients, then Σ_j second_j zzᵀ
     */
    public double[] sums(int leading, double[] fourth, double[] second, int at) {
        QuarticLayout layout = new QuarticLayout(leading);
        double[] out = new double[sumsLength(leading, fourth != null)];
        int length = out.length - leading * leading;
        PairProducts products = fourth == null ? null : new PairProducts(layout, Math.min(rows, CHUNK));
        for (int from = 0; from < rows; from += CHUNK) {
            int count = Math.min(CHUNK, rows - from);
            double[] z = leading(from, count, leading);
            if (products != null) {
                products.fill(z, count, fourth, at + from);
                products.addTo(out);
            }
            double[] weights = Arrays.copyOfRange(second, at + from, at + from + count);
            double[] gram = DenseRows.gram(z, count, leading, weights);
            for (int k = 0; k < gram.length; k++) {
                out[length + k] += gram[k];
            }
        }
        return out;
    }

    /** Length of what {@link #sums} returns, with the fourth moments or without. */
    public static int sumsLength(int leading, boolean fourth) {
        return (fourth ? new QuarticLayout(leading).length() : 0) + leading * leading;
    }

    /** count × leading */
    private double[] leading(int from, int count, int leading) {
        double[] z = new double[count * leading];
        for (int j = 0; j < count; j++) {
            System.arraycopy(values, (from + j) * dimension, z, j * leading, leading);
        }
        return z;
    }
}
