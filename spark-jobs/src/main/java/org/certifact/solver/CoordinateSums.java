package org.certifact.solver;

import java.util.Arrays;

/**
 * Sums over all rows of one factor after its half of a coordinate sweep, as one array that adds up.
 *
 * @param values Σ w e² (majorized where cells are missing), the column norms reached, those extrapolated, and a Gram matrix
 */
record CoordinateSums(double[] values, int rank) {
    /** Where the norms begin. */
    static final int REACHED = 1;

    static int length(int rank) {
        return REACHED + 4 * rank + rank * rank;
    }

    /** The norms and the Gram matrix of a factor that has no step yet. */
    static CoordinateSums start(double[] norms, double[] gram, int rank) {
        double[] packed = new double[length(rank)];
        System.arraycopy(norms, 0, packed, REACHED, 2 * rank);
        System.arraycopy(norms, 0, packed, REACHED + 2 * rank, 2 * rank);
        System.arraycopy(gram, 0, packed, REACHED + 4 * rank, rank * rank);
        return new CoordinateSums(packed, rank);
    }

    /** Σ w e² at the rows reached. */
    double squaredResidual() {
        return Math.max(0, values[0]);
    }

    ColumnNorms norms() {
        return ColumnNorms.read(values, REACHED, rank);
    }

    /** Norms where the next sweep begins. */
    ColumnNorms extrapolatedNorms() {
        return ColumnNorms.read(values, REACHED + 2 * rank, rank);
    }

    /** UᵀU as the other side will use it. */
    double[] gram() {
        return Arrays.copyOfRange(values, REACHED + 4 * rank, values.length);
    }

    /** The same, with the factor standing still. */
    CoordinateSums still(double[] gram) {
        double[] norms = Arrays.copyOfRange(values, REACHED, REACHED + 2 * rank);
        return start(norms, gram, rank);
    }
}
