package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;

/** One side of a matrix. */
enum Side {
    ROWS,
    COLUMNS;

    /** The data grouped by this side. */
    GroupedMatrix grouped(BlockMatrix data) {
        return this == ROWS ? data.byRows() : data.byColumns();
    }

    /** Ids of this side, block by block. */
    JavaRDD<String[]> ids(BlockMatrix data) {
        return this == ROWS ? data.rowIds() : data.columnIds();
    }

    Side other() {
        return this == ROWS ? COLUMNS : ROWS;
    }

    /** This side's factor. */
    FactorMatrix factor(Factors factors) {
        return this == ROWS ? factors.u() : factors.v();
    }

    /** Factors of which this side's is one and the other's is another. */
    Factors factors(Factors before, FactorMatrix one, FactorMatrix other, Momentum momentum) {
        return this == ROWS ? before.with(one, other, momentum) : before.with(other, one, momentum);
    }

    /** u_aᵀ G v_b by what the second half of a sweep, in which this side moves first, has summed. */
    double[] slopes(HalfSums ofSecond) {
        double[] slopes = ofSecond.slopes();
        if (this == ROWS) {
            return slopes;
        }
        int rank = ofSecond.rank();
        double[] transposed = new double[slopes.length];
        for (int k = 0; k < slopes.length; k++) {
            transposed[k % rank * rank + k / rank] = slopes[k];
        }
        return transposed;
    }

    /** The side with more rows. */
    static Side longer(BlockMatrix data) {
        return data.byRows().rows() >= data.byColumns().rows() ? ROWS : COLUMNS;
    }
}
