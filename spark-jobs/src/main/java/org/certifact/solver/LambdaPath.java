package org.certifact.solver;

import java.util.ArrayList;
import java.util.List;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.HeldOut;

/**
 * Chooses λ by validation: walks down from λ_max by a constant ratio, each solve starting from the last answer, and stops
 * once the validation error has risen twice in a row.
 */
public final class LambdaPath {
    private static final double RATIO = 0.8;
    private static final int PATIENCE = 2;
    private static final int MOST = 40;

    /** Gap to which a λ on the way is solved; measured, 1e-3 chooses the same λ at twice the cost. */
    private static final double TOLERANCE = 1e-2;

    private LambdaPath() {}

    /**
     * One λ tried.
     *
     * @param error root mean squared error on the validation entries
     */
    public record Step(double lambda, double error, int rank, double relativeGap) {}

    /** @param validation entries that {@code data} does not hold, centred alike @return the λs tried, in order */
    public static List<Step> walk(
            BlockMatrix data, HeldOut validation, CompletionSettings settings, Progress progress, Budget budget) {
        CompletionSolver solver = new CompletionSolver(data, settings.withTolerance(TOLERANCE), progress);
        Factors factors = new CompletionSolver(data, settings, progress).start();
        List<Step> steps = new ArrayList<>();
        double lambda = solver.largestLambda();
        int worse = 0;
        double best = Double.POSITIVE_INFINITY;
        while (worse < PATIENCE
                && steps.size() < MOST
                && lambda > 0
                && budget.spent().isEmpty()) {
            lambda *= RATIO;
            Outcome<Factors> outcome = solver.solve(lambda, factors, budget);
            factors = outcome.factors();
            double error = validation.rootMeanSquaredError(factors.u(), factors.v());
            steps.add(new Step(
                    lambda, error, factors.rank(), outcome.certificate().relativeGap()));
            worse = error < best ? 0 : worse + 1;
            best = Math.min(best, error);
        }
        factors.unpersist();
        return steps;
    }
}
