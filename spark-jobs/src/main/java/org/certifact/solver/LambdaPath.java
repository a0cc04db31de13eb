package org.certifact.solver;

import java.util.ArrayList;
import java.util.List;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.HeldOut;

/**
 * Chooses λ by validation, from coarse to fine: halves λ from λ_max down until the validation error rises, then looks
 * between the best and its neighbours, twice, each solve starting from the nearest answer known.
 */
public final class LambdaPath {
    private static final double COARSE = 0.5;
    private static final int MOST = 40;

    /** Ratios of neighbouring λ when looking closer: the square root of the coarse one, and the root of that. */
    private static final double[] FINER = {Math.sqrt(COARSE), Math.sqrt(Math.sqrt(COARSE))};

    /** Gap to which a λ on the way is solved; measured, 1e-3 chooses the same λ at twice the cost. */
    private static final double TOLERANCE = 1e-2;

    private final CompletionSolver solver;
    private final HeldOut validation;
    private final Budget budget;
    private final List<Step> steps = new ArrayList<>();
    private Step best;
    private Factors ofBest;

    private LambdaPath(CompletionSolver solver, HeldOut validation, Budget budget) {
        this.solver = solver;
        this.validation = validation;
        this.budget = budget;
    }

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
        return new LambdaPath(solver, validation, budget).walk();
    }

    private List<Step> walk() {
        double lambda = solver.largestLambda();
        if (!(lambda > 0)) {
            return steps;
        }
        Factors factors = solver.start();
        do {
            lambda *= COARSE;
            factors = tried(lambda, factors);
        } while (steps.get(steps.size() - 1).error() <= best.error()
                && steps.size() < MOST
                && budget.spent().isEmpty());
        factors.unpersist();
        for (double ratio : FINER) {
            double middle = best.lambda();
            for (double next : new double[] {middle / ratio, middle * ratio}) {
                if (budget.spent().isEmpty()) {
                    tried(next, ofBest.fork()).unpersist();
                }
            }
        }
        ofBest.unpersist();
        return steps;
    }

    /** Solves at λ, and keeps the answer if it is the best so far. @param start taken over */
    private Factors tried(double lambda, Factors start) {
        Outcome<Factors> outcome = solver.solve(lambda, start, budget);
        Factors factors = outcome.factors();
        double error = validation.rootMeanSquaredError(factors.u(), factors.v());
        Step step =
                new Step(lambda, error, factors.rank(), outcome.certificate().relativeGap());
        steps.add(step);
        if (best == null || error < best.error()) {
            best = step;
            if (ofBest != null) {
                ofBest.unpersist();
            }
            ofBest = factors.keep();
        }
        return factors;
    }
}
