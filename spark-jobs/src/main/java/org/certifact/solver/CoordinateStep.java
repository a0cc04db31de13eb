package org.certifact.solver;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;

/**
 * Cyclic coordinate descent on every row of a factor: min ½ c δᵀGδ − Tᵀδ + ½ Σ d_k u_k² + Σ e_k|u_k|, δ = u − u⁰, over u ≥ 0
 * where asked. G = VᵀV is shared; c = 1 where every cell counts, and then the quadratic is the loss itself; where only
 * some cells count, c = max w majorizes it. For non-negative factors this is hierarchical ALS (Cichocki and Phan 2009).
 */
final class CoordinateStep implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Passes over a row's coordinates: measured, more only cost time, fewer cost sweeps. */
    private static final int PASSES = 4;

    private final double[] gram;
    private final int rank;
    private final double curvature;
    private final ColumnPenalty penalty;

    /** @param gram VᵀV, rank × rank @param largestWeight largest weight of a cell */
    CoordinateStep(double[] gram, int rank, double largestWeight, ColumnPenalty penalty) {
        this.gram = gram;
        this.rank = rank;
        this.curvature = largestWeight;
        this.penalty = penalty;
    }

    /** Number of columns. */
    int rank() {
        return rank;
    }

    /** VᵀV. Not to be modified. */
    double[] gram() {
        return gram;
    }

    /**
     * The rows that the step reaches.
     *
     * @param point u⁰, rows × rank. Not modified.
     * @param gradient T at the point. Not modified.
     */
    double[] apply(double[] point, double[] gradient) {
        double[] next = point.clone();
        double[] slope = new double[rank];
        double[][] bend = bendRows();
        for (int start = 0; start < point.length; start += rank) {
            for (int k = 0; k < rank; k++) {
                slope[k] = -gradient[start + k];
            }
            for (int pass = 0; pass < PASSES; pass++) {
                row(next, start, slope, bend);
            }
        }
        return next;
    }

    /** Rows of cG as arrays of their own: a loop over two arrays at one index runs in vector registers. */
    private double[][] bendRows() {
        double[][] rows = new double[rank][rank];
        for (int k = 0; k < rank; k++) {
            for (int l = 0; l < rank; l++) {
                rows[k][l] = curvature * gram[k * rank + l];
            }
        }
        return rows;
    }

    /** One pass. @param slope gradient of the quadratic at the row's present values; kept up to date */
    private void row(double[] u, int start, double[] slope, double[][] bend) {
        for (int k = 0; k < rank; k++) {
            double own = bend[k][k];
            double total = own + penalty.quadratic(k);
            if (!(total > 0)) {
                continue;
            }
            double old = u[start + k];
            double target = own * old - slope[k];
            double size = (penalty.nonnegative() ? target : Math.abs(target)) - penalty.linear(k);
            double value = size > 0 ? Math.copySign(size / total, target) : 0;
            double change = value - old;
            if (change != 0) {
                u[start + k] = value;
                axpy(change, bend[k], slope);
            }
        }
    }

    private static void axpy(double a, double[] x, double[] y) {
        for (int l = 0; l < y.length; l++) {
            y[l] += a * x[l];
        }
    }

    /** Σ over rows of the majorized squared residual at {@code reached}. @param squares Σ w e² at the point */
    double squaresAt(double[] point, double[] reached, double[] gradient, double squares) {
        double[] change = new double[point.length];
        for (int k = 0; k < change.length; k++) {
            change[k] = reached[k] - point[k];
        }
        double[] bent = DenseRows.times(change, change.length / Math.max(1, rank), rank, gram, rank);
        double sum = squares;
        for (int k = 0; k < change.length; k++) {
            sum += change[k] * (curvature * bent[k] - 2 * gradient[k]);
        }
        return sum;
    }

    /** The nearest point of the cone. */
    double[] inCone(double[] values) {
        return penalty.nonnegative()
                ? Arrays.stream(values).map(x -> Math.max(0, x)).toArray()
                : values;
    }
}
