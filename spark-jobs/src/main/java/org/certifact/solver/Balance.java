package org.certifact.solver;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.dense.SmallSvd;

/**
 * Rotates a pair of factors so that UVᵀ is written in its singular vectors, each of U and V taking the square root of the
 * singular value, and leaves out those that are negligible. The product form and the half-sum of squares then agree, and
 * both equal the trace norm of UVᵀ, which no other pair of factors of the same product undercuts.
 *
 * @param left rank × {@code rank()}, row-major: U times this is the new U
 * @param right the same for V
 * @param singularValues of UVᵀ in the gauges' coordinates, descending
 */
record Balance(double[] left, double[] right, double[] singularValues) {

    /** A singular value below this share of the largest counts as zero. */
    static final double NEGLIGIBLE = 1e-5;

    /** A direction of one factor below this share of the largest is rounding. */
    static final double ROUNDING = 1e-14;

    /** How far below the singular value at which a column pays one counts as not worth keeping. */
    private static final double SURELY = 0.8;

    int rank() {
        return singularValues.length;
    }

    /**
     * Without the columns that do not pay: with g = uᵀGv / s, a column of singular value s lowers the objective by about
     * s (λ − g) − ½ q s² where it goes, so it goes for good where s is well below (λ − g)/q.
     *
     * @param slopes UᵀGV, rank × rank, of the factors that are balanced
     * @param curvature q, about the curvature of the loss along a pair of unit vectors
     */
    Balance paying(double[] slopes, double lambda, double curvature) {
        int rank = left.length / Math.max(1, rank());
        double[] half = DenseRows.times(slopes, rank, rank, right, rank());
        int[] kept = IntStream.range(0, rank())
                .filter(k -> {
                    double slope = 0;
                    for (int a = 0; a < rank; a++) {
                        slope += left[a * rank() + k] * half[a * rank() + k];
                    }
                    double missing = lambda - slope / singularValues[k];
                    return !(singularValues[k] < SURELY * missing / curvature);
                })
                .toArray();
        return new Balance(
                columns(left, kept),
                columns(right, kept),
                Arrays.stream(kept).mapToDouble(k -> singularValues[k]).toArray());
    }

    private double[] columns(double[] matrix, int[] chosen) {
        double[] out = new double[rank() == 0 ? 0 : matrix.length / rank() * chosen.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = matrix[k / chosen.length * rank() + chosen[k % chosen.length]];
        }
        return out;
    }

    /** Of factors that are balanced: without the least singular values, as many as sum to no more than {@code negligible}. */
    static Balance leading(double[] singularValues, double negligible) {
        int kept = singularValues.length;
        for (double sum = 0; kept > 0 && sum + singularValues[kept - 1] <= negligible; kept--) {
            sum += singularValues[kept - 1];
        }
        double[] identity = new double[singularValues.length * kept];
        for (int k = 0; k < kept; k++) {
            identity[k * kept + k] = 1;
        }
        return new Balance(identity, identity, Arrays.copyOf(singularValues, kept));
    }

    /** @param gramU Uᵀ D_r^α U @param gramV Vᵀ D_c^α V */
    static Balance of(double[] gramU, double[] gramV, int rank) {
        return of(gramU, gramV, rank, rank);
    }

    /** @param most keeps so many of the largest singular values at most: the best approximation of that rank */
    static Balance of(double[] gramU, double[] gramV, int rank, int most) {
        GramRoot u = GramRoot.of(gramU, rank, ROUNDING);
        GramRoot v = GramRoot.of(gramV, rank, ROUNDING);
        SmallSvd svd = SmallSvd.of(DenseRows.timesTransposed(v.rows(), rank, u.rows(), rank, rank), rank);
        double[] values = svd.values();
        int kept = 0;
        while (kept < Math.min(rank, most) && values[kept] > NEGLIGIBLE * values[0]) {
            kept++;
        }
        double[] p = new double[rank * kept];
        double[] q = new double[rank * kept];
        for (int k = 0; k < kept; k++) {
            double root = Math.sqrt(values[k]);
            for (int j = 0; j < rank; j++) {
                p[j * kept + k] = root * svd.left(j, k);
                q[j * kept + k] = root * svd.right(j, k);
            }
        }
        return new Balance(
                DenseRows.cross(u.inverse(), rank, p, kept, rank, null),
                DenseRows.cross(v.inverse(), rank, q, kept, rank, null),
                Arrays.copyOf(values, kept));
    }
}
