package org.certifact.solver;

import java.io.Serializable;
import org.certifact.linalg.block.DenseRows;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;

/** A block after its half of a coordinate sweep, with the sums that the driver needs of it. */
final class CoordinateBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FactorBlock block;
    private final double[] sums;

    private CoordinateBlock(FactorBlock block, double[] sums) {
        this.block = block;
        this.sums = sums;
    }

    FactorBlock block() {
        return block;
    }

    /** As {@link CoordinateSums} reads them. Not to be modified. */
    double[] sums() {
        return sums;
    }

    /**
     * @param beta extrapolation at which the step is taken
     * @param nextBeta extrapolation at which the next sweep begins
     * @param gramBeta extrapolation at which the other side will use these rows
     */
    static CoordinateBlock of(
            DataBlock data,
            FactorBlock own,
            double[] panel,
            CoordinateStep step,
            double beta,
            double nextBeta,
            double gramBeta) {
        int rank = own.rank();
        double[] point = own.at(beta);
        double[] gradient = new double[point.length];
        double squares = data.residualGradient(point, panel, rank, step.gram(), gradient);
        double[] reached = step.apply(point, gradient);
        FactorBlock next = moved(own, reached, step, nextBeta);
        double[] sums = new double[CoordinateSums.length(rank)];
        sums[0] = step.squaresAt(point, reached, gradient, squares);
        ColumnNorms.addTo(reached, rank, sums, CoordinateSums.REACHED);
        ColumnNorms.addTo(next.at(nextBeta), rank, sums, CoordinateSums.REACHED + 2 * rank);
        double[] gram = DenseRows.gram(next.at(gramBeta), own.rows(), rank, null);
        System.arraycopy(gram, 0, sums, CoordinateSums.REACHED + 4 * rank, gram.length);
        return new CoordinateBlock(next, sums);
    }

    /** The rows reached, with a step that does not leave the cone at the next extrapolation. */
    private static FactorBlock moved(FactorBlock own, double[] reached, CoordinateStep step, double nextBeta) {
        FactorBlock next = own.moveTo(reached);
        if (nextBeta == 0) {
            return next;
        }
        double[] point = step.inCone(next.at(nextBeta));
        double[] drawn = new double[point.length];
        for (int k = 0; k < drawn.length; k++) {
            drawn[k] = (point[k] - reached[k]) / nextBeta;
        }
        return new FactorBlock(own.rows(), own.rank(), reached, drawn);
    }
}
