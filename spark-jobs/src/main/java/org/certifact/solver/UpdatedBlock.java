package org.certifact.solver;

import java.io.Serializable;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.QuadraticModel;

/** A block after its half of a sweep, with the sums that the driver needs of it. */
final class UpdatedBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FactorBlock block;
    private final double[] sums;

    UpdatedBlock(FactorBlock block, double[] sums) {
        this.block = block;
        this.sums = sums;
    }

    FactorBlock block() {
        return block;
    }

    /** As {@link HalfSums} reads them. Not to be modified. */
    double[] sums() {
        return sums;
    }

    /**
     * @param beta extrapolation at which the step is taken
     * @param nextBeta extrapolation at which the other side will use these rows
     */
    static UpdatedBlock of(
            DataBlock data,
            Loss loss,
            FactorBlock own,
            double[] panel,
            RowUpdate.Step step,
            double beta,
            double nextBeta) {
        int rank = own.rank();
        int rows = own.rows();
        double[] weights = data.rowWeights();
        double[] point = own.at(beta);
        double[] gradient = new double[point.length];
        QuadraticModel model = QuadraticModel.at(data, loss, point, panel, rank, step.gram(), gradient);
        FactorBlock next = own.moveTo(step.apply(model.data(), point, gradient, panel, rank));
        double[] used = next.at(nextBeta);
        double[] sums = HalfSums.pack(
                model.loss(),
                model.squares(),
                DenseRows.squaredNorm(point, rows, rank, weights),
                own.turn(point, next),
                DenseRows.gram(used, rows, rank, null),
                weights == null ? null : DenseRows.gram(used, rows, rank, weights),
                DenseRows.gram(gradient, rows, rank, inverse(weights)),
                DenseRows.cross(gradient, rank, point, rank, rows, null));
        return new UpdatedBlock(next, sums);
    }

    private static double[] inverse(double[] weights) {
        if (weights == null) {
            return null;
        }
        double[] inverse = new double[weights.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / weights[i];
        }
        return inverse;
    }
}
