package org.certifact.linalg.dense;

/**
 * Cholesky's factorization of a Gram matrix that takes, at every step, the column of which most is left beside those before it, and
 * ends where nothing is (Higham, "Accuracy and Stability of Numerical Algorithms", 10.3). A fiftieth of the work of eigenvalues.
 */
public final class PivotedCholesky {
    private final double[] gram;
    private final int size;
    private final double[] left;
    private final int[] chosen;
    private final double[] lower;
    private int count;

    private PivotedCholesky(double[] gram, int size) {
        this.gram = gram;
        this.size = size;
        this.left = new double[size];
        this.chosen = new int[size];
        this.lower = new double[size * size];
        for (int i = 0; i < size; i++) {
            left[i] = gram[i * size + i];
        }
    }

    /**
     * What makes orthonormal columns of those whose Gram matrix this is, with columns left out that depend on others.
     *
     * @param gram size × size. Not modified.
     * @param dependent a column of which less than this share of the longest one's square is left depends on others
     * @return size × count, row-major
     * @throws ArithmeticException where the diagonal holds NaN or infinite numbers
     */
    public static double[] whitening(double[] gram, int size, double dependent) {
        PivotedCholesky factor = new PivotedCholesky(gram, size);
        factor.run(dependent);
        return factor.spread(factor.inverse());
    }

    private void run(double dependent) {
        double longest = 0;
        for (double square : left) {
            if (!Double.isFinite(square)) {
                throw new ArithmeticException("a column whose square is " + square + " has no direction");
            }
            longest = Math.max(longest, square);
        }
        while (count < size) {
            int pivot = 0;
            for (int i = 1; i < size; i++) {
                if (left[i] > left[pivot]) {
                    pivot = i;
                }
            }
            if (!(left[pivot] > dependent * longest)) {
                return;
            }
            take(pivot);
        }
    }

    /** Row i of L, by the columns' own numbers, has its k-th number at {@code lower[i * size + k]}. */
    private void take(int pivot) {
        double root = Math.sqrt(left[pivot]);
        for (int i = 0; i < size; i++) {
            if (left[i] > Double.NEGATIVE_INFINITY && i != pivot) {
                double sum = gram[i * size + pivot];
                for (int k = 0; k < count; k++) {
                    sum -= lower[i * size + k] * lower[pivot * size + k];
                }
                sum /= root;
                lower[i * size + count] = sum;
                left[i] -= sum * sum;
            }
        }
        lower[pivot * size + count] = root;
        left[pivot] = Double.NEGATIVE_INFINITY;
        chosen[count++] = pivot;
    }

    /** L⁻¹ of the columns taken, count × count. */
    private double[] inverse() {
        double[] inverse = new double[count * count];
        for (int c = 0; c < count; c++) {
            int row = chosen[c] * size;
            double pivot = lower[row + c];
            for (int j = 0; j < c; j++) {
                double share = lower[row + j] / pivot;
                for (int i = 0; i <= j; i++) {
                    inverse[c * count + i] -= share * inverse[j * count + i];
                }
            }
            inverse[c * count + c] = 1 / pivot;
        }
        return inverse;
    }

    /** L⁻ᵀ with its rows where the columns stand, zeros in those of the others. */
    private double[] spread(double[] inverse) {
        double[] out = new double[size * count];
        for (int i = 0; i < count; i++) {
            for (int c = i; c < count; c++) {
                out[chosen[i] * count + c] = inverse[c * count + i];
            }
        }
        return out;
    }
}
