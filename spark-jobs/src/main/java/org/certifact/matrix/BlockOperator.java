package org.certifact.matrix;

/** Some rows of a matrix, multiplied with a few vectors over all rows of the other side. */
interface BlockOperator {

    /** M x. @param x all rows of the other side × count. Not modified. @return rows × count */
    double[] apply(double[] x, int count);

    /** x += Mᵀ y. @param y rows × count. Not modified. @param x all rows of the other side × count. Modified. */
    void addTranspose(double[] y, int count, double[] x);

    /**
     * Adds MᵀM, of which nobody looks at what is below the diagonal.
     *
     * @param gram n × n, n the rows of the other side. Modified: on and above the diagonal at least.
     */
    default void addGram(double[] gram, int n) {
        double[] identity = new double[Math.multiplyExact(n, n)];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        addGramTimes(identity, n, gram);
    }

    /** The {@link UpperTriangle} of MᵀM. @param n the rows of the other side */
    default double[] gram(int n) {
        double[] whole = new double[Math.multiplyExact(n, n)];
        addGram(whole, n);
        return UpperTriangle.of(whole, n);
    }

    /** out += MᵀM x. @param x, out all rows of the other side × count; out is modified. */
    default void addGramTimes(double[] x, int count, double[] out) {
        addTranspose(apply(x, count), count, out);
    }
}
