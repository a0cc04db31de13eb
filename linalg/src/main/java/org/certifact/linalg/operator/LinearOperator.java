package org.certifact.linalg.operator;

/**
 * A linear map G of shape rows × columns, known by its products with a few vectors at once.
 *
 * <p>A group of {@code count} vectors of length n is one array of n × count numbers, row-major: entry i of vector c is at
 * {@code i * count + c}.
 */
public interface LinearOperator {

    /** Number of rows m. */
    int rows();

    /** Number of columns n. */
    int columns();

    /** G x. @param x columns × count. Not modified. @return rows × count */
    double[] apply(double[] x, int count);

    /** Gᵀ y. @param y rows × count. Not modified. @return columns × count */
    double[] applyTranspose(double[] y, int count);

    /** GᵀG x, in one pass where an implementation can. @param x columns × count. Not modified. */
    default double[] applyGram(double[] x, int count) {
        return applyTranspose(apply(x, count), count);
    }

    /** GᵀG as a dense symmetric matrix, columns × columns; asked for only where the columns are few. */
    default double[] gramMatrix() {
        int n = columns();
        double[] identity = new double[Math.multiplyExact(n, n)];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1.0;
        }
        return applyGram(identity, n);
    }

    /** Squared Frobenius norm, for rounding margins. */
    double squaredNorm();
}
