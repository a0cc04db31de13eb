package org.certifact.solver;

import java.io.Serializable;
import java.util.Arrays;
import org.certifact.linalg.block.DenseRows;

/**
 * Leverages ℓ_i = u_iᵀ (UᵀU)⁻¹ u_i of the rows of a factor, with directions that it lacks left out: there its rows are zero too.
 * They sum to its rank.
 */
final class Leverages implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] inverse;
    private final int rank;
    private final int directions;

    Leverages(GramRoot root, int rank) {
        this.inverse = root.inverse();
        this.rank = rank;
        this.directions = root.directions();
    }

    /**
     * How much larger the leverages of rows with another Gram matrix are, on average, than their own would be: their sum is
     * tr((UᵀU)⁻¹ gram), that of a matrix's own its rank.
     */
    double stretch(double[] gram) {
        double sum = DenseRows.inner(DenseRows.times(inverse, rank, rank, gram, rank), inverse);
        return sum > 0 ? sum / directions : 1;
    }

    /** Of rows. @param rows count × stride, padded or not */
    double[] of(double[] rows, int count) {
        int stride = count == 0 ? rank : rows.length / count;
        return of(rows, count, stride, whitening(stride), new double[count * rank]);
    }

    /** What {@link #of} multiplies rows with, row-major, with rows of zeros below. @param stride number of rows */
    double[] whitening(int stride) {
        return Arrays.copyOf(DenseRows.transposed(inverse, rank, rank), stride * rank);
    }

    /** The same. @param rows count × stride @param whitening for that stride @param white count × rank. Overwritten. */
    double[] of(double[] rows, int count, int stride, double[] whitening, double[] white) {
        Arrays.fill(white, 0);
        DenseRows.addTimes(rows, count, stride, whitening, rank, white);
        double[] leverages = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int k = i * rank; k < (i + 1) * rank; k++) {
                sum += white[k] * white[k];
            }
            leverages[i] = sum;
        }
        return leverages;
    }
}
