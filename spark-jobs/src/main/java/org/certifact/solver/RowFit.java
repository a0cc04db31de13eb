package org.certifact.solver;

import dev.ludovic.netlib.lapack.LAPACK;
import org.certifact.linalg.block.DenseRows;
import org.netlib.util.intW;

/** The best row of one factor when the other is fixed: min_u ½ Σ_j (y_j − u·v_j)² + ½ λ‖u‖², by its normal equations. */
public final class RowFit {
    private RowFit() {}

    /**
     * @param v the rows of the other factor that are met, values.length × rank. Not modified.
     * @param values y. Not modified.
     * @param lambda λ with the row's weight d^α in it
     * @return u
     */
    public static double[] of(double[] v, double[] values, int rank, double lambda) {
        double[] u = DenseRows.cross(v, rank, values, 1, values.length, null);
        if (rank == 0) {
            return u;
        }
        double[] gram = DenseRows.gram(v, values.length, rank, null);
        for (int k = 0; k < rank; k++) {
            gram[k * rank + k] += lambda;
        }
        intW info = new intW(0);
        LAPACK.getInstance().dposv("L", rank, 1, gram, rank, u, rank, info);
        if (info.val != 0) {
            throw new ArithmeticException("the row's equations are not positive definite (dposv info " + info.val
                    + "): factors or ratings are not finite");
        }
        return u;
    }
}
