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

    /** The side with more rows. */
    static Side longer(BlockMatrix data) {
        return data.byRows().rows() >= data.byColumns().rows() ? ROWS : COLUMNS;
    }
}
