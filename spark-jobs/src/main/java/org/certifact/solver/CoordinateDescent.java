package org.certifact.solver;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.Shared;

/**
 * Alternating coordinate descent on ½Σ w(y − u·v)² + λΣ‖U_k‖‖V_k‖ for gauges ‖·‖₂ + γ‖·‖₁ with or without a cone, with
 * Nesterov extrapolation over whole sweeps; the momentum starts anew when the objective has risen. When it settles,
 * columns that have become nearly the same are merged and it settles again, until none have.
 */
final class CoordinateDescent implements Descent<Factors> {
    /** Sweeps over which progress is averaged. */
    private static final int WINDOW = 5;

    private final BlockMatrix data;
    private final FactorNorm norm;
    private final double lambda;
    private final double settled;
    private final Lineage lineage = new Lineage();
    private final Progress progress;

    /** @param settled relative decrease of the objective in a sweep below which it has settled */
    CoordinateDescent(BlockMatrix data, FactorNorm norm, double lambda, double settled, Progress progress) {
        this.data = data;
        this.norm = norm;
        this.lambda = lambda;
        this.settled = settled;
        this.progress = progress;
    }

    @Override
    public Factors descend(Factors start, Goal goal, Budget budget, Keeper<Factors> keeper) {
        Factors factors = settle(start, Integer.MAX_VALUE, budget, keeper);
        while (budget.spent().isEmpty()) {
            Factors merged = new ColumnMerge(data).of(factors);
            if (merged.rank() == factors.rank()) {
                return merged;
            }
            factors = settle(merged, Integer.MAX_VALUE, budget, keeper);
        }
        return factors;
    }

    /** Sweeps until the objective has settled, or so many times. */
    Factors settle(Factors start, int mostSweeps, Budget budget) {
        return settle(start, mostSweeps, budget, Keeper.none());
    }

    private Factors settle(Factors start, int mostSweeps, Budget budget, Keeper<Factors> keeper) {
        int rank = start.rank();
        if (rank == 0) {
            return start;
        }
        Factors factors = start;
        Momentum momentum = start.momentum();
        CoordinateSums u = sums(data.byRows(), factors.u(), momentum.beta());
        CoordinateSums v = sums(data.byColumns(), factors.v(), momentum.beta());
        Deque<Double> objectives = new ArrayDeque<>(momentum.passed());
        for (int sweep = 0; sweep < mostSweeps; sweep++) {
            double beta = momentum.beta();
            Momentum advanced = momentum.advance();
            ColumnPenalty onU =
                    ColumnPenalty.of(lambda, norm.left(), u.extrapolatedNorms(), norm.right(), v.extrapolatedNorms());
            Half nextU = half(data.byRows(), factors.u(), beta, factors.v(), beta, v, onU, advanced.beta(), 0);
            nextU.check(Side.ROWS, budget);
            ColumnPenalty onV = ColumnPenalty.of(
                    lambda,
                    norm.right(),
                    v.extrapolatedNorms(),
                    norm.left(),
                    nextU.sums().norms());
            Half nextV = half(
                    data.byColumns(),
                    factors.v(),
                    beta,
                    nextU.factor(),
                    0,
                    nextU.sums(),
                    onV,
                    advanced.beta(),
                    advanced.beta());
            nextV.check(Side.COLUMNS, budget);
            factors.unpersist();
            factors = factors.with(nextU.factor(), nextV.factor(), Momentum.NONE);
            u = nextU.sums();
            v = nextV.sums();
            momentum = advanced;
            double objective = 0.5 * v.squaredResidual() + lambda * GaugeSum.of(norm, u.norms(), v.norms());
            budget.sweep();
            progress.swept(budget, rank, objective);
            if (!objectives.isEmpty() && objective > objectives.getLast()) {
                momentum = Momentum.NONE;
                u = u.still(u.gram());
                v = v.still(factors.v().gramPair(0, data.byColumns()));
            }
            objectives.addLast(objective);
            if (hasSettled(objectives)) {
                break;
            }
            keeper.pass(factors.with(factors.u(), factors.v(), momentum.having(objectives)));
            if (budget.spent().isPresent()) {
                break;
            }
        }
        return factors;
    }

    private boolean hasSettled(Deque<Double> objectives) {
        if (objectives.size() <= WINDOW) {
            return false;
        }
        return objectives.removeFirst() - objectives.getLast() <= WINDOW * settled * objectives.getLast();
    }

    private static CoordinateSums sums(GroupedMatrix group, FactorMatrix factor, double beta) {
        return CoordinateSums.start(GaugeSum.norms(factor, beta), factor.gramPair(beta, group), factor.rank());
    }

    private Half half(
            GroupedMatrix grouped,
            FactorMatrix own,
            double beta,
            FactorMatrix other,
            double otherBeta,
            CoordinateSums ofOther,
            ColumnPenalty penalty,
            double nextBeta,
            double gramBeta) {
        int rank = own.rank();
        Shared<CoordinateStep> step = Shared.of(
                grouped.blocks(),
                new CoordinateStep(ofOther.gram(), rank, data.totals().largestWeight(), penalty));
        JavaRDD<CoordinateBlock> updated = grouped.meet(
                        own,
                        other,
                        otherBeta,
                        (block, rows, panel) ->
                                CoordinateBlock.of(block, rows, panel, step.value(), beta, nextBeta, gramBeta))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("factor");
        lineage.grow(updated);
        double[] sums = FactorMatrix.sum(Blocks.map(updated, CoordinateBlock::sums), CoordinateSums.length(rank));
        return new Half(
                new FactorMatrix(Blocks.map(updated, CoordinateBlock::block), rank, updated),
                new CoordinateSums(sums, rank),
                updated);
    }

    /** One factor after its half of a sweep. */
    private record Half(FactorMatrix factor, CoordinateSums sums, JavaRDD<CoordinateBlock> updated) {
        void check(Side side, Budget budget) {
            NumericalBreakdown.check(
                    sums.values(), Blocks.map(updated, CoordinateBlock::sums), side, budget.sweeps() + 1);
        }
    }
}
