package org.certifact.matrix;

/** A symmetric matrix as its upper triangle, row by row: half of it is enough to send. */
final class UpperTriangle {
    private UpperTriangle() {}

    /** Numbers in the triangle of an n × n matrix. */
    static int length(int n) {
        return Math.toIntExact((long) n * (n + 1) / 2);
    }

    /** The upper triangle. @param matrix n × n, row-major; what is below the diagonal is not looked at */
    static double[] of(double[] matrix, int n) {
        double[] packed = new double[length(n)];
        int at = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix, i * n + i, packed, at, n - i);
            at += n - i;
        }
        return packed;
    }

    /** The whole matrix. @param packed its triangle begins at start */
    static double[] full(double[] packed, int start, int n) {
        double[] matrix = new double[Math.multiplyExact(n, n)];
        int at = start;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++, at++) {
                matrix[i * n + j] = packed[at];
                matrix[j * n + i] = packed[at];
            }
        }
        return matrix;
    }
}
