package org.certifact.solver;

import java.util.Arrays;
import org.certifact.linalg.gauge.Gauge;

/**
 * The ℓ₂ and ℓ₁ norms of the columns of a factor, of which every gauge is made.
 *
 * @param squares ‖U_k‖₂² of each column
 * @param sums ‖U_k‖₁ of each column
 */
record ColumnNorms(double[] squares, double[] sums) {

    /** Adds up the norms of rows × rank values into sums[at ..] (squares, then sums). @param out modified */
    static void addTo(double[] values, int rank, double[] out, int at) {
        for (int k = 0; k < values.length; k++) {
            int column = at + k % rank;
            out[column] += values[k] * values[k];
            out[column + rank] += Math.abs(values[k]);
        }
    }

    static ColumnNorms read(double[] sums, int at, int rank) {
        return new ColumnNorms(
                Arrays.copyOfRange(sums, at, at + rank), Arrays.copyOfRange(sums, at + rank, at + 2 * rank));
    }

    int rank() {
        return squares.length;
    }

    double l2(int k) {
        return Math.sqrt(squares[k]);
    }

    double gauge(Gauge gauge, int k) {
        return gauge.ofNorms(l2(k), sums[k]);
    }
}
