package org.certifact.solver;

import org.certifact.linalg.block.DenseRows;

/** {@link HalfSums} of the squared loss as they add up, some rows at a time, for rows that the other side uses where they are. */
final class HalfTally {
    private final int rank;
    private final double[] scaled;
    private final double[] gram;
    private final double[] weightedGram;
    private final double[] gradientGram;
    private final double[] slopes;
    private double squares;
    private double penalty;
    private double turn;

    /** @param most rows at a time */
    HalfTally(int rank, int most) {
        this.rank = rank;
        this.scaled = new double[most * rank];
        this.gram = new double[rank * rank];
        this.weightedGram = new double[rank * rank];
        this.gradientGram = new double[rank * rank];
        this.slopes = new double[rank * rank];
    }

    /** Residuals' squares, and how far the rows turned. */
    void add(double moreSquares, double moreTurn) {
        squares += moreSquares;
        turn += moreTurn;
    }

    /** @param point and gradient there, left for next @param weights d^α of the rows, or null for ones */
    void add(double[] point, double[] gradient, double[] next, int rows, double[] weights) {
        penalty += DenseRows.squaredNorm(point, rows, rank, weights);
        DenseRows.addUpperCross(next, next, rows, rank, gram);
        DenseRows.addUpperCross(scaled(next, rows, weights, false), next, rows, rank, weightedGram);
        DenseRows.addUpperCross(scaled(gradient, rows, weights, true), gradient, rows, rank, gradientGram);
        DenseRows.addCross(gradient, rank, point, rank, rows, slopes);
    }

    private double[] scaled(double[] x, int rows, double[] weights, boolean inverse) {
        if (weights == null) {
            return x;
        }
        for (int i = 0, k = 0; i < rows; i++) {
            double factor = inverse ? 1 / weights[i] : weights[i];
            for (int end = k + rank; k < end; k++) {
                scaled[k] = factor * x[k];
            }
        }
        return scaled;
    }

    /** All that was added, as {@link HalfSums} reads it. */
    double[] sums() {
        DenseRows.mirror(gram, rank);
        DenseRows.mirror(weightedGram, rank);
        DenseRows.mirror(gradientGram, rank);
        return HalfSums.pack(0.5 * squares, squares, penalty, turn, gram, weightedGram, gradientGram, slopes);
    }
}
