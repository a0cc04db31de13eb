package org.certifact.linalg.dense;

/**
 * The eigenvalues of a symmetric tridiagonal matrix by the implicit QL iteration with Wilkinson's shift (Wilkinson and
 * Reinsch, "Handbook for Automatic Computation" II/4, imtql2).
 */
final class ImplicitQl {
    private static final double UNIT = 0x1p-53;

    /** For one eigenvalue; two or three do as a rule. */
    private static final int MOST_ITERATIONS = 60;

    private final double[] d;
    private final double[] e;
    private final double[][] rows;

    private ImplicitQl(double[] d, double[] e, double[][] rows) {
        this.d = d;
        this.e = e;
        this.rows = rows;
    }

    /**
     * @param diagonal becomes the eigenvalues, in no order. The matrix's largest number is about 1
     * @param off beside the diagonal, as long. Modified.
     * @param rows turned along: of Qᵀ they become the eigenvectors of Q T Qᵀ. As many as the diagonal is long, or none
     * @return whether it has converged
     */
    static boolean solve(double[] diagonal, double[] off, double[][] rows) {
        ImplicitQl iteration = new ImplicitQl(diagonal, off, rows);
        int most = MOST_ITERATIONS * diagonal.length;
        for (int first = 0; first < diagonal.length; ) {
            int last = iteration.end(first);
            if (last == first) {
                first++;
            } else if (most-- == 0) {
                return false;
            } else {
                iteration.step(first, last);
            }
        }
        return true;
    }

    /** The last row of the block that begins at a row and has no negligible number beside its diagonal. */
    private int end(int first) {
        int last = first;
        while (last + 1 < d.length
                && Math.abs(e[last])
                        > Math.max(Tridiagonal.NEGLIGIBLE, UNIT * (Math.abs(d[last]) + Math.abs(d[last + 1])))) {
            last++;
        }
        return last;
    }

    /** One step on a block: chases what the shift puts in its last corner up to the first row. */
    private void step(int first, int last) {
        double half = (d[first + 1] - d[first]) / (2 * e[first]);
        double shift = d[first] - e[first] / (half + Math.copySign(Math.sqrt(half * half + 1), half));
        double g = d[last] - shift;
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = s * e[i];
            double b = c * e[i];
            double square = f * f + g * g;
            double r = square > Tridiagonal.NEGLIGIBLE ? Math.sqrt(square) : Math.hypot(f, g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[last] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            if (rows.length > 0) {
                PlaneRotation.BEST.turn(rows[i], rows[i + 1], c, s);
            }
        }
        d[first] -= p;
        e[first] = g;
        e[last] = 0;
    }
}
