package org.certifact.solver;

import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/**
 * The singular value decomposition of a small square matrix, P diag(values) Qᵀ.
 *
 * @param left P, column-major
 * @param values descending
 * @param right Qᵀ, column-major, which is Q row-major
 */
record SmallSvd(double[] left, double[] values, double[] right) {

    /**
     * @param matrix size × size, column-major. Modified.
     * @throws ArithmeticException where it holds NaN or infinite numbers
     */
    static SmallSvd of(double[] matrix, int size) {
        double[] values = new double[size];
        double[] left = new double[size * size];
        double[] right = new double[size * size];
        double[] work = new double[Math.max(64, 64 * size)];
        intW info = new intW(0);
        if (size > 0) {
            LAPACK.getInstance()
                    .dgesvd(
                            "A",
                            "A",
                            size,
                            size,
                            matrix,
                            size,
                            values,
                            left,
                            size,
                            right,
                            size,
                            work,
                            work.length,
                            info);
        }
        if (info.val != 0) {
            throw new ArithmeticException(
                    "the factors cannot be balanced (dgesvd info " + info.val + "): they hold NaN or infinite numbers");
        }
        return new SmallSvd(left, values, right);
    }

    /** P's entry. */
    double left(int i, int k) {
        return left[k * values.length + i];
    }

    /** Q's entry. */
    double right(int i, int k) {
        return right[i * values.length + k];
    }
}
