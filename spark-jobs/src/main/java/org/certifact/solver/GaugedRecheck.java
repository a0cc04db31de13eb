package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.LowRank;
import org.certifact.matrix.SlackedResidual;

/**
 * The objective from its definition, cell by cell: the path that a verification takes, other than the solver's.
 *
 * @param primal ½Σ w(y − x)² + λ Σ_k ‖U_k‖‖V_k‖
 * @param smallest smallest entry of the factors that must not be negative; 0 where none must
 */
public record GaugedRecheck(double primal, double smallest) {

    public static GaugedRecheck of(BlockMatrix data, Factors factors, FactorNorm norm, double lambda) {
        Side side = Side.longer(data);
        GroupedMatrix grouped = side.grouped(data);
        FactorMatrix own = side == Side.ROWS ? factors.u() : factors.v();
        FactorMatrix other = side == Side.ROWS ? factors.v() : factors.u();
        int otherRows = side.other().grouped(data).rows();
        double squares;
        try (SlackedResidual residual = SlackedResidual.of(
                grouped,
                otherRows,
                new NoSlack(),
                own,
                LowRank.none(),
                new LowRank(0, own.rank(), other.collect()),
                1)) {
            squares = 2 * residual.loss();
        }
        double gauges = GaugeSum.of(norm, GaugeSum.columnNorms(factors.u()), GaugeSum.columnNorms(factors.v()));
        double smallest = 0;
        if (norm.left().nonnegative()) {
            smallest = Math.min(smallest, smallest(factors.u()));
        }
        if (norm.right().nonnegative()) {
            smallest = Math.min(smallest, smallest(factors.v()));
        }
        return new GaugedRecheck(0.5 * squares + lambda * gauges, smallest);
    }

    private static double smallest(FactorMatrix factor) {
        JavaRDD<Double> least = factor.blocks().map(GaugedRecheck::smallest);
        return least.collect().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    private static double smallest(FactorBlock block) {
        double least = 0;
        for (double x : block.values()) {
            least = Math.min(least, x);
        }
        return least;
    }
}
