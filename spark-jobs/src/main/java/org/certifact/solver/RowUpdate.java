package org.certifact.solver;

import java.io.Serializable;
import org.certifact.matrix.DataBlock;

/**
 * One local step for all rows of one factor, the other being fixed: rows do not depend on each other, because the ℓ₂
 * gauge's product ‖u‖‖v‖ has the same minimum as ½(‖u‖² + ‖v‖²).
 */
public interface RowUpdate {

    /**
     * Prepares what all rows share, on the driver.
     *
     * @param gram VᵀV of the other factor, rank × rank
     * @param largestWeight largest weight that an entry may have in a quadratic model of the loss
     */
    Step prepare(double[] gram, int rank, double largestWeight);

    /** The step, shipped to the blocks. */
    interface Step extends Serializable {

        /** VᵀV. Not to be modified. */
        double[] gram();

        /**
         * The new rows of a block.
         *
         * @param data the block, or its quadratic model at the point: only its pattern and its weights w count
         * @param point present rows, rows × rank. Not modified.
         * @param gradient T_i = Σ_j w e v_j at the point, the negative gradient of the loss, rows × rank. Not modified.
         * @param panel the other factor's rows. Not modified.
         */
        double[] apply(DataBlock data, double[] point, double[] gradient, double[] panel, int rank);
    }
}
