package org.certifact.matrix;

import org.certifact.linalg.certify.DualScaling;
import org.certifact.linalg.operator.LinearOperator;

/** The negative gradient G of the loss at a pair of factors, as a distributed operator. */
public interface Residual extends LinearOperator, AutoCloseable {

    /** Σ w (y − x)², twice the loss. */
    double squaredResidual();

    /** The dual values that scalings of this gradient give. */
    DualScaling dualScaling();

    /** Lets go of what the operator keeps. */
    @Override
    void close();

    /** The gradient of ½Σw(y − x)² at X = own · otherᵀ. @param grouped the data grouped by the side of {@code own} */
    static Residual of(GroupedMatrix grouped, Coverage coverage, FactorMatrix own, FactorMatrix other, int otherRows) {
        return switch (coverage) {
            case OBSERVED -> ResidualMatrix.of(grouped, own, other, otherRows);
            case COMPLETE -> CompleteResidual.of(grouped, own, other, otherRows);
        };
    }
}
