package org.certifact.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.HeldOut;
import org.certifact.matrix.PredictionErrors;

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
    private final Loss loss;
    private final HeldOut validation;
    private final Budget budget;
    private final Keeper<Stage> keeper;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<Step> known = new ArrayDeque<>();
    private Stage from;
    private Step best;
    private Factors ofBest;

    private LambdaPath(CompletionSolver solver, Loss loss, HeldOut validation, Budget budget, Keeper<Stage> keeper) {
        this.solver = solver;
        this.loss = loss;
        this.validation = validation;
        this.budget = budget;
        this.keeper = keeper;
    }

    /**
     * One λ tried.
     *
     * @param error on the validation entries: root mean squared with the squared loss, with any other the mean loss
     */
    public record Step(double lambda, double error, int rank, double relativeGap) {}

    /**
     * Where a path stands.
     *
     * @param steps done
     * @param ofBest the answer of the best of them, or null before the first
     * @param lambda of the solve at hand
     * @param solve where that one stands
     */
    public record Stage(List<Step> steps, Factors ofBest, double lambda, Waypoint<Factors> solve) {}

    /** @param validation entries that {@code data} does not hold, centred alike @return the λs tried, in order */
    public static List<Step> walk(
            BlockMatrix data,
            Loss loss,
            HeldOut validation,
            CompletionSettings settings,
            Progress progress,
            Budget budget) {
        return walk(data, loss, validation, settings, progress, budget, Optional.empty(), Keeper.none());
    }

    /** The same. @param from where another path stood, if this one goes on from there @param keeper is shown the stages */
    public static List<Step> walk(
            BlockMatrix data,
            Loss loss,
            HeldOut validation,
            CompletionSettings settings,
            Progress progress,
            Budget budget,
            Optional<Stage> from,
            Keeper<Stage> keeper) {
        CompletionSolver solver = new CompletionSolver(data, loss, settings.withTolerance(TOLERANCE), progress);
        LambdaPath path = new LambdaPath(solver, loss, validation, budget, keeper);
        from.ifPresent(path::goOn);
        return path.walk();
    }

    /** The steps that are known are gone through again, without their solves. */
    private void goOn(Stage stage) {
        from = stage;
        known.addAll(stage.steps());
        ofBest = stage.ofBest();
    }

    private boolean mayGoOn() {
        return from != null || budget.spent().isEmpty();
    }

    private List<Step> walk() {
        double lambda = largestLambda();
        if (!(lambda > 0)) {
            return steps;
        }
        Factors factors = solver.start();
        do {
            lambda *= COARSE;
            factors = tried(lambda, factors);
        } while (steps.get(steps.size() - 1).error() <= best.error() && steps.size() < MOST && mayGoOn());
        factors.unpersist();
        for (double ratio : FINER) {
            double middle = best.lambda();
            for (double next : new double[] {middle / ratio, middle * ratio}) {
                if (mayGoOn()) {
                    tried(next, ofBest.fork()).unpersist();
                }
            }
        }
        ofBest.unpersist();
        return steps;
    }

    private double largestLambda() {
        if (from == null) {
            return solver.largestLambda();
        }
        return (known.isEmpty() ? from.lambda() : known.getFirst().lambda()) / COARSE;
    }

    /** Solves at λ, and keeps the answer if it is the best so far. @param start taken over */
    private Factors tried(double lambda, Factors start) {
        if (!known.isEmpty()) {
            add(known.removeFirst());
            return start;
        }
        Outcome<Factors> outcome = solved(lambda, start);
        Factors factors = outcome.factors();
        PredictionErrors errors = validation.errors(factors.u(), factors.v(), loss);
        double error = loss instanceof SquaredLoss ? errors.rootMeanSquare() : errors.meanLoss();
        boolean better = add(
                new Step(lambda, error, factors.rank(), outcome.certificate().relativeGap()));
        if (better) {
            Factors kept = factors.keep(); // before the last best is let go: it may be made of that
            if (ofBest != null) {
                ofBest.unpersist();
            }
            ofBest = kept;
        }
        return factors;
    }

    /** Descends first: the answer of another λ may be good enough for this one too, and would count as its own. */
    private Outcome<Factors> solved(double lambda, Factors start) {
        Keeper<Waypoint<Factors>> here = now -> keeper.pass(new Stage(List.copyOf(steps), ofBest, lambda, now));
        Waypoint<Factors> waypoint = from == null ? Waypoint.first(start) : from.solve();
        from = null;
        return solver.resume(lambda, waypoint, budget, here);
    }

    /** @return whether it is the best so far */
    private boolean add(Step step) {
        steps.add(step);
        boolean better = best == null || step.error() < best.error();
        best = better ? step : best;
        return better;
    }
}
