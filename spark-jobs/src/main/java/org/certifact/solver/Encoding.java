package org.certifact.solver;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataBlock;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.Shared;

/**
 * Codes of new signals with fixed atoms U: min_v ½‖y − Uv‖² + λ Σ_k ‖U_k‖ (½v_k²/‖V_k‖ + γ|v_k|), V being the codes that the
 * atoms were learned with. At a solution of the learning problem the signals learned from have their learned codes.
 */
public final class Encoding {
    private static final int MOST_ROUNDS = 500;
    private static final double ENOUGH = 1e-10;

    private final FactorNorm norm;
    private final double lambda;
    private final double[] gram;
    private final ColumnNorms atoms;
    private final ColumnNorms codes;

    /** @param atoms every row of U, block by block @param codes every row of V */
    public Encoding(FactorNorm norm, double lambda, FactorMatrix atoms, FactorMatrix codes) {
        this.norm = norm;
        this.lambda = lambda;
        int rank = atoms.rank();
        this.gram = FactorMatrix.sum(
                atoms.blocks().map(b -> DenseRows.gram(b.values(), b.rows(), rank, null)), rank * rank);
        this.atoms = GaugeSum.columnNorms(atoms);
        this.codes = GaugeSum.columnNorms(codes);
    }

    /**
     * @param signals one a column
     * @param atoms rows of U in the order of the signals' rows
     */
    public FactorMatrix encode(BlockMatrix signals, FactorMatrix atoms) {
        int rank = atoms.rank();
        ColumnPenalty penalty = ColumnPenalty.of(lambda, norm.right(), codes, norm.left(), this.atoms);
        Shared<CoordinateStep> step = Shared.of(
                signals.byColumns().blocks(),
                new CoordinateStep(gram, rank, signals.totals().largestWeight(), penalty));
        JavaRDD<FactorBlock> encoded = signals.byColumns()
                .meet(
                        signals.byColumns().zeros(rank),
                        atoms,
                        0,
                        (data, own, panel) -> encode(data, panel, step.value()));
        return new FactorMatrix(encoded, rank).keep("codes");
    }

    private static FactorBlock encode(DataBlock data, double[] panel, CoordinateStep step) {
        int rank = step.rank();
        double[] point = new double[data.rows() * rank];
        double[] gradient = new double[point.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            data.residualGradient(point, panel, rank, step.gram(), gradient);
            double[] next = step.apply(point, gradient);
            double change = 0;
            for (int k = 0; k < next.length; k++) {
                change = Math.max(change, Math.abs(next[k] - point[k]));
            }
            point = next;
            if (change <= ENOUGH * Arrays.stream(next).map(Math::abs).max().orElse(0)) {
                break;
            }
        }
        return new FactorBlock(data.rows(), rank, point, null);
    }
}
