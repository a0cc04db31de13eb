package org.certifact.matrix;

import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;

/**
 * The Gram matrix UᵀU of a factor, and the same with rows weighted by the gauge, UᵀD^αU: both rank × rank, row-major.
 *
 * @param plain UᵀU. Not modified.
 * @param weighted UᵀD^αU. Not modified.
 */
public record GramPair(double[] plain, double[] weighted) {

    /** Of two matrices that stand one behind the other. */
    static GramPair unpacked(double[] packed) {
        int half = packed.length / 2;
        return new GramPair(Arrays.copyOf(packed, half), Arrays.copyOfRange(packed, half, packed.length));
    }

    /** One behind the other. */
    double[] packed() {
        double[] both = Arrays.copyOf(plain, 2 * plain.length);
        System.arraycopy(weighted, 0, both, plain.length, weighted.length);
        return both;
    }

    /** Of the factor times a matrix. @param matrix rank × columns, row-major */
    GramPair times(double[] matrix, int columns) {
        return new GramPair(congruent(plain, matrix, columns), congruent(weighted, matrix, columns));
    }

    /** Of the factor with each column multiplied by a number. */
    public GramPair scaled(double[] by) {
        return new GramPair(scaled(plain, by), scaled(weighted, by));
    }

    private static double[] scaled(double[] gram, double[] by) {
        double[] out = gram.clone();
        for (int k = 0; k < out.length; k++) {
            out[k] *= by[k / by.length] * by[k % by.length];
        }
        return out;
    }

    /** MᵀGM. */
    private static double[] congruent(double[] gram, double[] matrix, int columns) {
        int rank = columns == 0 ? 0 : matrix.length / columns;
        double[] half = DenseRows.times(gram, rank, rank, matrix, columns);
        return DenseRows.cross(matrix, columns, half, columns, rank, null);
    }
}
