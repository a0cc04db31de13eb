package org.certifact.linalg.product;

/** C ← C + αAB for dense matrices. Every entry is a sum of its products in any order, fused or not. */
public interface MatrixProduct {

    /** The name in reports. */
    String name();

    /**
     * C ← C + αAB.
     *
     * @param a m × k, either step 1. Not modified.
     * @param b k × n, either step 1. Not modified.
     * @param c m × n, row-major. Modified; not in the array of a or b at entries that are read.
     * @throws IllegalArgumentException if the sizes do not fit
     */
    void add(double alpha, MatrixView a, MatrixView b, MatrixView c);

    /** The same, where only entries (i, j) of C with i ≤ j are asked for: what the others hold afterwards is not said. */
    default void addUpper(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        add(alpha, a, b, c);
    }

    /** @throws IllegalArgumentException if the sizes do not fit, or C is not row-major */
    static void requireFitting(MatrixView a, MatrixView b, MatrixView c) {
        if (a.columns() != b.rows() || a.rows() != c.rows() || b.columns() != c.columns()) {
            throw new IllegalArgumentException(a.rows() + " x " + a.columns() + " times " + b.rows() + " x "
                    + b.columns() + " into " + c.rows() + " x " + c.columns());
        }
        if (c.columnStep() != 1) {
            throw new IllegalArgumentException("the product is not row-major: columns by steps of " + c.columnStep());
        }
    }
}
