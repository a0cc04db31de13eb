package org.certifact.linalg.dense;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.Arrays;
import java.util.Optional;
import org.certifact.linalg.block.DenseRows;
import org.netlib.util.intW;

/**
 * The singular value decomposition of a small square matrix, P diag(values) Qᵀ: by one-sided Jacobi rotations (Golub and Van
 * Loan, "Matrix Computations", 8.6.3) of its columns in the eigenvectors of MᵀM, where hardly anything is left to rotate; by
 * LAPACK (dgesvd) where the matrix is not that small, or so singular that a column is next to 0.
 *
 * @param left P, column-major
 * @param values descending
 * @param right Qᵀ, column-major, which is Q row-major
 */
public record SmallSvd(double[] left, double[] values, double[] right) {
    /** Columns count as orthogonal whose cosine is no more than the rounding of an inner product. */
    private static final double ORTHOGONAL = 0x1p-47;

    private static final int MOST_SWEEPS = 30;

    /** The square of a shorter column loses digits by underflow. */
    private static final double LEAST = 0x1p-450;

    /**
     * @param matrix size × size, column-major. Not modified.
     * @throws ArithmeticException where it holds NaN or infinite numbers
     */
    public static SmallSvd of(double[] matrix, int size) {
        for (double x : matrix) {
            if (!Double.isFinite(x)) {
                throw new ArithmeticException(
                        "a " + size + " x " + size + " matrix that holds " + x + " has no singular values");
            }
        }
        Optional<SmallSvd> small = size <= SymmetricEigen.SMALL ? rotated(matrix, size) : Optional.empty();
        return small.orElseGet(() -> large(matrix, size));
    }

    private static Optional<SmallSvd> rotated(double[] matrix, int size) {
        int exponent = SmallEigen.exponent(matrix, matrix.length);
        double[] scaled = new double[matrix.length];
        Arrays.setAll(scaled, k -> Math.scalb(matrix[k], -exponent));
        double[] gram = DenseRows.timesTransposed(scaled, size, scaled, size, size);
        double[] q = SymmetricEigen.of(gram, size).vectors();
        double[][] columns = rows(DenseRows.times(q, size, size, scaled, size), size);
        double[][] turned = rows(q, size);
        if (!orthogonalized(columns, turned)) {
            return Optional.empty();
        }
        double[] lengths = Arrays.stream(columns)
                .mapToDouble(c -> Math.sqrt(DenseRows.inner(c, c)))
                .toArray();
        Integer[] order = new Integer[size];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(lengths[b], lengths[a]));
        if (size > 0 && lengths[order[size - 1]] < LEAST) {
            return Optional.empty();
        }
        SmallSvd svd = new SmallSvd(new double[size * size], new double[size], new double[size * size]);
        for (int k = 0; k < size; k++) {
            int from = order[k];
            svd.values[k] = Math.scalb(lengths[from], exponent);
            for (int i = 0; i < size; i++) {
                svd.left[k * size + i] = columns[from][i] / lengths[from];
                svd.right[i * size + k] = turned[from][i];
            }
        }
        return Optional.of(svd);
    }

    /** Rotates pairs of columns until all are orthogonal. @param turned along */
    private static boolean orthogonalized(double[][] columns, double[][] turned) {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean all = true;
            double[] squares = Arrays.stream(columns)
                    .mapToDouble(c -> DenseRows.inner(c, c))
                    .toArray();
            for (int i = 0; i < columns.length; i++) {
                for (int j = i + 1; j < columns.length; j++) {
                    double between = DenseRows.inner(columns[i], columns[j]);
                    if (Math.abs(between) > ORTHOGONAL * Math.sqrt(squares[i]) * Math.sqrt(squares[j])) {
                        all = false;
                        double half = (squares[j] - squares[i]) / (2 * between);
                        double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.sqrt(1 + half * half));
                        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
                        PlaneRotation.BEST.turn(columns[i], columns[j], cosine, cosine * tangent);
                        PlaneRotation.BEST.turn(turned[i], turned[j], cosine, cosine * tangent);
                        squares[i] -= tangent * between;
                        squares[j] += tangent * between;
                    }
                }
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Padded with zeros. */
    private static double[][] rows(double[] matrix, int size) {
        double[][] rows = new double[size][PlaneRotation.BEST.padded(size)];
        for (int k = 0; k < size; k++) {
            System.arraycopy(matrix, k * size, rows[k], 0, size);
        }
        return rows;
    }

    /** By LAPACK. */
    static SmallSvd large(double[] matrix, int size) {
        double[] values = new double[size];
        double[] left = new double[size * size];
        double[] right = new double[size * size];
        double[] work = new double[Math.max(64, 64 * size)];
        intW info = new intW(0);
        LAPACK.getInstance()
                .dgesvd(
                        "A",
                        "A",
                        size,
                        size,
                        matrix.clone(),
                        size,
                        values,
                        left,
                        size,
                        right,
                        size,
                        work,
                        work.length,
                        info);
        if (info.val != 0) {
            throw new ArithmeticException("dgesvd failed on a " + size + " x " + size + " matrix: info " + info.val
                    + "; the iteration did not converge");
        }
        return new SmallSvd(left, values, right);
    }

    /** P's entry. */
    public double left(int i, int k) {
        return left[k * values.length + i];
    }

    /** Q's entry. */
    public double right(int i, int k) {
        return right[i * values.length + k];
    }
}
