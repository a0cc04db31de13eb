package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.Residual;
import org.certifact.matrix.ResidualTable;

/**
 * The dual value that scaling the residual of given factors proves for a dictionary, its polar being bounded by
 * {@link QuarticPolar}. A relaxed dual does not see that most codes are small; forms of degree four do, and more than halve
 * the gap where the signals have few dimensions. Cones only make the polar smaller, so the bound holds with them too.
 */
final class QuarticDual {
    /** Signals with more entries than this have too many dimensions anyway. */
    private static final int MOST_WIDTH = 1024;

    private QuarticDual() {}

    /** @return empty where the gauges or the number of dimensions do not admit it */
    static Optional<Certificate> of(
            BlockMatrix data,
            FactorNorm norm,
            double lambda,
            Factors factors,
            double primal,
            double seconds,
            long seed) {
        double sparsity = norm.left().sparsity() + norm.right().sparsity();
        Side signals = norm.left().sparsity() > 0 ? Side.ROWS : Side.COLUMNS;
        int width = signals.other().grouped(data).rows();
        if (sparsity == 0 || width > MOST_WIDTH || factors.rank() == 0) {
            return Optional.empty();
        }
        FactorMatrix codes = signals == Side.ROWS ? factors.u() : factors.v();
        FactorMatrix atoms = signals == Side.ROWS ? factors.v() : factors.u();
        double[] directions = atoms.collect();
        ColumnNorms lengths = GaugeSum.columnNorms(atoms);
        ColumnNorms weights = GaugeSum.columnNorms(codes);
        int rank = factors.rank();
        double[] unit = directions.clone();
        for (int k = 0; k < unit.length; k++) {
            unit[k] /= Math.max(lengths.l2(k % rank), Double.MIN_NORMAL);
        }
        double[] weight = new double[rank];
        for (int k = 0; k < rank; k++) {
            weight[k] = weights.l2(k) * lengths.l2(k);
        }
        FactorMatrix z = ResidualTable.of(signals.grouped(data), codes, directions, width);
        try (Residual residual = Residual.of(signals.grouped(data), data.coverage(), codes, atoms, width)) {
            return QuarticPolar.standard()
                    .bound(z, lambda, sparsity, unit, weight, seconds)
                    .map(polar -> certificate(residual, lambda, primal, polar, seed));
        }
    }

    private static Certificate certificate(
            Residual residual, double lambda, double primal, PolarBound polar, long seed) {
        return new Certificate(primal, residual.dualScaling().best(lambda, polar.upper()), polar, seed);
    }
}
