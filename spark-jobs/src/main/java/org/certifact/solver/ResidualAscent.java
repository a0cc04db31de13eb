package org.certifact.solver;

import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.certify.Atoms;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.Residual;

/**
 * Looks for new columns in the residual of a pair of factors: rows of it as they are, or atoms by ascent on its polar. Both
 * draw by the ids of rows, so what they find does not depend on how the data are spread.
 */
final class ResidualAscent {
    private static final int MOST_STEPS = 25;
    private static final int FEWEST_STARTS = 16;
    private static final int MOST_STARTS = 64;

    private final BlockMatrix data;
    private final Side side;
    private final FactorNorm norm;
    private final Keys keys;
    private final Keys columnKeys;

    ResidualAscent(BlockMatrix data, FactorNorm norm) {
        this.data = data;
        this.side = Side.longer(data);
        this.norm = side == Side.ROWS ? norm : norm.transposed();
        this.keys = Keys.of(side.ids(data));
        this.columnKeys = Keys.of(side.other().ids(data));
    }

    /** G, grouped by the longer side: the left vector of its atoms belongs to that side. */
    Residual residual(Factors factors) {
        FactorMatrix own = side == Side.ROWS ? factors.u() : factors.v();
        FactorMatrix other = side == Side.ROWS ? factors.v() : factors.u();
        return Residual.of(
                side.grouped(data),
                data.coverage(),
                own,
                other,
                side.other().grouped(data).rows());
    }

    /** Ascends from rows of the residual, drawn with chances like their squared lengths. */
    AscentPolar.Found ascend(Residual residual, int rank, double lambda, int mostAtoms, long seed) {
        int starts = Math.max(FEWEST_STARTS, Math.min(MOST_STARTS, rank / 2));
        ResidualRows rows = ResidualRows.drawn(residual, keys, columnKeys, starts, seed);
        return new AscentPolar(norm, MOST_STEPS).ascend(residual, lambda, rows.values(), rows.count(), mostAtoms);
    }

    /** Columns made of drawn rows of the residual and of what fits them best, each taking its share. */
    Atoms rows(Factors factors, int most, long seed) {
        try (Residual residual = residual(factors)) {
            ResidualRows rows = ResidualRows.drawn(residual, keys, columnKeys, most, seed);
            int count = rows.count();
            double[] right = rows.values();
            Seeding.normalize(right, count, norm.right());
            double[] left = residual.apply(right, count);
            for (int k = 0; k < left.length; k++) {
                left[k] = (norm.left().nonnegative() ? Math.max(0, left[k]) : left[k]) / count;
            }
            return new Atoms(new double[count], left, right);
        }
    }

    /** Appends columns given in the orientation of the residual. */
    Factors append(Factors factors, Atoms columns) {
        Atoms of = side == Side.ROWS ? columns : columns.transposed();
        return factors.with(
                factors.u().appendScaled(data.byRows(), of.left(), of.count()),
                factors.v().appendScaled(data.byColumns(), of.right(), of.count()),
                Momentum.NONE);
    }
}
