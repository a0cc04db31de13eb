package org.certifact.matrix;

import org.certifact.linalg.certify.DualScaling;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.linalg.operator.LinearOperator;

/** The negative gradient G of the loss at a pair of factors, as a distributed operator. */
public interface Residual extends LinearOperator, AutoCloseable {

    /** Σ w ℓ(y, x) over the cells that count. */
    double loss();

    /** The dual values that scalings of this gradient give. */
    DualScaling dualScaling();

    /** Lets go of what the operator keeps. */
    @Override
    void close();

    /** The gradient of ½Σw(y − x)² at X = own · otherᵀ. @param grouped the data grouped by the side of {@code own} */
    static Residual of(GroupedMatrix grouped, Coverage coverage, FactorMatrix own, FactorMatrix other, int otherRows) {
        return switch (coverage) {
            case OBSERVED -> ResidualMatrix.of(grouped, new SquaredLoss(), own, other, otherRows);
            case COMPLETE -> CompleteResidual.of(grouped, own, other, otherRows);
        };
    }

    /**
     * The gradient in coordinates in which the gauges are plain ℓ₂ norms, where entries have weights, grouped by rows.
     *
     * @param loss squared where every cell counts
     */
    static Residual of(BlockMatrix data, Loss loss, FactorMatrix u, FactorMatrix v) {
        return switch (data.coverage()) {
            case OBSERVED ->
                ResidualMatrix.toBound(
                        data.byRows(), loss, u, v, data.byColumns().rows());
            case COMPLETE -> CompleteResidual.weighted(data.byRows(), data.byColumns(), u, v);
        };
    }
}
