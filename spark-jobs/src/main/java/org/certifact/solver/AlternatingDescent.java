package org.certifact.solver;

import java.util.List;
import java.util.function.Supplier;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Coverage;
import org.certifact.matrix.FactorMatrix;

/**
 * Alternating descent on Σ w ℓ(y, u·v) + ½λ(Σ d^α‖u‖² + Σ d^α‖v‖²) with Nesterov extrapolation over whole sweeps: U and V
 * are extrapolated together, one moves, then the other; the momentum starts anew when it points uphill. Where the halves know how, a {@link CoreStep}
 * ends the sweep.
 */
public final class AlternatingDescent implements Descent<Factors> {
    private final Supplier<Halves> halves;
    private final boolean squared;
    private final double lambda;
    private final Progress progress;

    private AlternatingDescent(Supplier<Halves> halves, boolean squared, double lambda, Progress progress) {
        this.halves = halves;
        this.squared = squared;
        this.lambda = lambda;
        this.progress = progress;
    }

    /**
     * The descent that suits the data: a factor with few rows is held by the driver, where the method and the loss allow it.
     *
     * @param lambda λ of the objective
     * @param lineage counts the sweeps between checkpoints; one for all solves that follow each other
     */
    static AlternatingDescent of(
            BlockMatrix data, Loss loss, DescentMethod method, double lambda, Lineage lineage, Progress progress) {
        boolean held = method == DescentMethod.MAJORIZED
                && loss instanceof SquaredLoss
                && data.coverage() == Coverage.OBSERVED
                && HeldHalves.suit(data);
        return held
                ? held(data, lambda, lineage, progress)
                : spread(data, loss, method.update(lambda), lambda, lineage, progress);
    }

    /** With both factors spread over the executors. @param update the step of a half-sweep */
    static AlternatingDescent spread(
            BlockMatrix data, Loss loss, RowUpdate update, double lambda, Lineage lineage, Progress progress) {
        return new AlternatingDescent(
                () -> new SpreadHalves(data, loss, update, lineage), loss instanceof SquaredLoss, lambda, progress);
    }

    /** With the shorter side's factor held by the driver, for the squared loss on listed cells. */
    static AlternatingDescent held(BlockMatrix data, double lambda, Lineage lineage, Progress progress) {
        return new AlternatingDescent(() -> new HeldHalves(data, lambda, lineage), true, lambda, progress);
    }

    @Override
    public Factors descend(Factors start, Goal goal, Budget budget, Keeper<Factors> keeper) {
        if (start.rank() == 0) {
            return start;
        }
        Halves sweep = halves.get();
        Side first = sweep.first();
        Factors factors = sweep.place(start);
        Momentum momentum = start.momentum();
        HalfSums ofSecond = sweep.ofSecond(first.other().factor(factors), momentum.beta());
        double objective = Double.POSITIVE_INFINITY;
        while (true) {
            double beta = momentum.beta();
            Momentum advanced = momentum.advance();
            FactorMatrix second = first.other().factor(factors);
            Halves.Half one = sweep.moveFirst(first.factor(factors), second, beta, ofSecond, budget);
            Halves.Half other = sweep.moveSecond(one, second, beta, advanced.beta(), budget);
            double gap = SpanGap.of(one.sums(), ofSecond.weightedGram(), lambda);
            factors.unpersist();
            // the objective at (new first, extrapolated second), which the second half-sweep passed through
            double penalty = trace(one.sums().weightedGram(), factors.rank())
                    + other.sums().penalty();
            double passed = other.sums().loss() + 0.5 * lambda * penalty;
            boolean uphill = one.sums().turn() + other.sums().turn() > 0 || rises(passed, objective);
            objective = passed;
            double before = momentum.passed().isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : momentum.passed().get(0);
            momentum = (uphill ? Momentum.NONE : advanced).having(List.of(gap));
            Factors left = first.factors(factors, one.factor(), other.factor(), momentum)
                    .leaving(first.slopes(other.sums()));
            factors = sweep.settle(left, gap);
            ofSecond = uphill || factors != left
                    ? sweep.ofSecond(first.other().factor(factors), momentum.beta())
                    : other.sums();
            budget.sweep();
            progress.swept(budget, factors.rank(), passed);
            if (goal.reached(gap, before)) {
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
        return !squared && passed > before;
    }

    private static double trace(double[] matrix, int n) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += matrix[k * n + k];
        }
        return sum;
    }
}
