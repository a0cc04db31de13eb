package org.certifact.solver;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import org.certifact.matrix.Shared;

/**
 * Alternating descent on Σ w ℓ(y, u·v) + ½λ(Σ d^α‖u‖² + Σ d^α‖v‖²) with Nesterov extrapolation over whole sweeps: U and V
 * are extrapolated together, U moves, then V; the momentum starts anew when it points uphill.
 *
 * <p>Each half-sweep is one Spark job: it ships the rows needed, updates, and returns {@link HalfSums}.
 */
public final class AlternatingDescent implements Descent<Factors> {
    private final BlockMatrix data;
    private final Loss loss;
    private final RowUpdate update;
    private final double lambda;
    private final Lineage lineage;
    private final Progress progress;

    /**
     * @param update the step of a half-sweep
     * @param lambda λ of the objective
     * @param lineage counts the sweeps between checkpoints; one for all solves that follow each other
     */
    AlternatingDescent(
            BlockMatrix data, Loss loss, RowUpdate update, double lambda, Lineage lineage, Progress progress) {
        this.data = data;
        this.loss = loss;
        this.update = update;
        this.lambda = lambda;
        this.lineage = lineage;
        this.progress = progress;
    }

    @Override
    public Factors descend(Factors start, double enough, Budget budget, Keeper<Factors> keeper) {
        if (start.rank() == 0) {
            return start;
        }
        Factors factors = start;
        Momentum momentum = start.momentum();
        HalfSums ofV = HalfSums.start(factors.v().gramPair(momentum.beta(), data.byColumns()), factors.rank());
        double objective = Double.POSITIVE_INFINITY;
        while (true) {
            double beta = momentum.beta();
            Momentum advanced = momentum.advance();
            Half u = half(data.byRows(), factors.u(), beta, factors.v(), beta, ofV.gram(), 0);
            u.check("rows", budget);
            double gap = SpanGap.of(u.sums(), ofV.weightedGram(), lambda);
            Half v = half(
                    data.byColumns(), factors.v(), beta, u.factor(), 0, u.sums().gram(), advanced.beta());
            v.check("columns", budget);
            factors.unpersist();
            // the objective at (new U, extrapolated V), which the second half-sweep passed through
            double penalty =
                    trace(u.sums().weightedGram(), factors.rank()) + v.sums().penalty();
            double passed = v.sums().loss() + 0.5 * lambda * penalty;
            boolean uphill = u.sums().turn() + v.sums().turn() > 0 || rises(passed, objective);
            objective = passed;
            momentum = uphill ? Momentum.NONE : advanced;
            factors = factors.with(u.factor(), v.factor(), momentum);
            ofV = uphill ? HalfSums.start(factors.v().gramPair(0, data.byColumns()), factors.rank()) : v.sums();
            budget.sweep();
            progress.swept(budget, factors.rank(), passed);
            if (!(gap > enough)) {
                return factors;
            }
            keeper.pass(factors);
            if (budget.spent().isPresent()) {
                return factors;
            }
        }
    }

    /**
     * Whether momentum carried the objective up. Steps on a loss whose curvature falls with the residual are the longer the
     * farther off they start, so the test by gradients comes too late there; for the squared loss it is enough.
     */
    private boolean rises(double passed, double before) {
        return !(loss instanceof SquaredLoss) && passed > before;
    }

    private static double trace(double[] matrix, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += matrix[k * n + k];
        }
        return sum;
    }

    private Half half(
            GroupedMatrix grouped,
            FactorMatrix own,
            double beta,
            FactorMatrix other,
            double otherBeta,
            double[] gram,
            double nextBeta) {
        int rank = own.rank();
        Broadcast<RowUpdate.Step> step = Shared.broadcast(
                grouped.blocks(),
                update.prepare(gram, rank, loss.curvature() * data.totals().largestWeight()));
        Loss measure = loss;
        JavaRDD<UpdatedBlock> updated = grouped.meet(
                        own,
                        other,
                        otherBeta,
                        (block, rows, panel) ->
                                UpdatedBlock.of(block, measure, rows, panel, step.value(), beta, nextBeta))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("factor");
        lineage.grow(updated);
        double[] sums = FactorMatrix.sum(Blocks.map(updated, UpdatedBlock::sums), HalfSums.length(rank));
        return new Half(
                new FactorMatrix(Blocks.map(updated, UpdatedBlock::block), rank, updated),
                new HalfSums(sums, rank),
                updated);
    }

    /** One factor after its half of a sweep. */
    private record Half(FactorMatrix factor, HalfSums sums, JavaRDD<UpdatedBlock> updated) {
        void check(String side, Budget budget) {
            NumericalBreakdown.check(sums.values(), Blocks.map(updated, UpdatedBlock::sums), side, budget.sweeps() + 1);
        }
    }
}
