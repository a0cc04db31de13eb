package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarOracle;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.linalg.slack.RowNormSlack;
import org.certifact.linalg.slack.Slack;
import org.certifact.linalg.slack.SumSlack;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Residual;

/** Puts the loop together for non-negative factorization and sparse dictionary learning. */
public final class GaugedSolver {
    /** Columns of the start: so many for each of the relaxed solution's, ... */
    private static final int START_SHARE = 4;

    /** ... and so many more. */
    private static final int START_MORE = 16;

    /** ... but no more than this: growth finds what is missing. */
    private static final int MOST_START = 200;

    /** A sweep that gains less than this share of the tolerance is the last. */
    private static final double SETTLED = 1e-3;

    private static final int POLAR_STARTS = 4;

    /** Tiles of A are dense, so that a product costs nearly what AᵀA does: it is formed for longer than elsewhere. */
    private static final int MOST_GRAM_COLUMNS = 4096;

    private static final double FAILURE_PROBABILITY = 1e-10;

    private final BlockMatrix data;
    private final GaugedSettings settings;
    private final double lambda;
    private final Progress progress;
    private final RelaxedDual dual;
    private final GaugedProblem problem;
    private double sharpening;

    public GaugedSolver(BlockMatrix data, GaugedSettings settings, double lambda, Progress progress) {
        this.data = data;
        this.settings = settings;
        this.lambda = lambda;
        this.progress = progress;
        this.dual =
                dual(data, settings, lambda, new SpectralPolar(POLAR_STARTS, MOST_GRAM_COLUMNS, FAILURE_PROBABILITY));
        this.problem = new GaugedProblem(data, settings.norm(), lambda, dual);
    }

    private static RelaxedDual dual(BlockMatrix data, GaugedSettings settings, double lambda, PolarOracle oracle) {
        FactorNorm norm = settings.norm();
        boolean rows = norm.left().sparsity() > 0;
        boolean columns = norm.right().sparsity() > 0;
        if (rows && columns) {
            throw new IllegalArgumentException("both gauges have an l1 part; the relaxation is for one of them");
        }
        boolean cone = norm.left().nonnegative() && norm.right().nonnegative();
        Slack ofCone = cone ? new NonnegativeSlack() : new NoSlack();
        double sparsity = norm.left().sparsity() + norm.right().sparsity();
        Slack slack = sparsity == 0
                ? ofCone
                : cone ? new SumSlack(ofCone, new RowNormSlack(lambda, sparsity)) : new RowNormSlack(lambda, sparsity);
        Side side = rows ? Side.ROWS : columns ? Side.COLUMNS : Side.longer(data);
        return new RelaxedDual(
                new Relaxation(data, side, slack, lambda, settings.seed()),
                oracle,
                settings.certifySeconds(),
                settings.seed());
    }

    /** The polar at X = 0, as ascent finds it: about the λ above which the answer is zero. A lower bound, for choosing λ. */
    public static double largestLambda(BlockMatrix data, FactorNorm norm, long seed) {
        ResidualAscent ascent = new ResidualAscent(data, norm);
        Factors zero = Factors.of(data.byRows().zeros(0), data.byColumns().zeros(0));
        try (Residual residual = ascent.residual(zero)) {
            return ascent.ascend(residual, 0, 0, 1, seed).lower();
        }
    }

    /**
     * Proves a lower bound on the optimum anew, from nothing: what a verification asks for.
     *
     * @param wanted dual value that suffices
     */
    public static Certificate lowerBound(
            BlockMatrix data,
            Factors factors,
            GaugedSettings settings,
            double lambda,
            PolarOracle oracle,
            double primal,
            double wanted) {
        RelaxedDual dual = dual(data, settings, lambda, oracle);
        RelaxedDual.Bound bound = dual.exhausted(primal, wanted);
        dual.unpersist();
        Certificate relaxed = new Certificate(primal, bound.dual(), bound.polar(), settings.seed());
        return relaxed.dual() >= wanted ? relaxed : better(data, factors, settings, lambda, relaxed);
    }

    /** The certificate, or the one that {@link QuarticDual} gives where its dual value is higher. */
    private static Certificate better(
            BlockMatrix data, Factors factors, GaugedSettings settings, double lambda, Certificate relaxed) {
        return QuarticDual.of(
                        data,
                        settings.norm(),
                        lambda,
                        factors,
                        relaxed.primal(),
                        settings.certifySeconds(),
                        settings.seed())
                .filter(quartic -> quartic.dual() > relaxed.dual())
                .orElse(relaxed);
    }

    /**
     * Where a solve stands.
     *
     * @param dual the lower bound
     * @param loop the search for factors
     */
    public record Stage(RelaxedDual.State dual, Waypoint<Factors> loop) {}

    /** Runs the loop from a start of its own; where it ends with a gap, a costlier bound is tried once. */
    public Outcome<Factors> solve(Budget budget) {
        return solve(budget, Optional.empty(), Keeper.none());
    }

    /** The same. @param from where another solve stood, if this one goes on from there @param keeper is shown the stages */
    public Outcome<Factors> solve(Budget budget, Optional<Stage> from, Keeper<Stage> keeper) {
        Outcome<Factors> outcome = loop(budget, from, keeper);
        if (outcome.verdict() != Verdict.BOUNDED) {
            return outcome;
        }
        long begin = System.nanoTime();
        Certificate certificate = better(data, outcome.factors(), settings, lambda, outcome.certificate());
        sharpening = (System.nanoTime() - begin) * 1e-9;
        Verdict verdict = certificate.relativeGap() <= settings.tolerance() ? Verdict.CERTIFIED : outcome.verdict();
        if (certificate.dual() > outcome.certificate().dual()) {
            progress.certified(budget, outcome.factors().rank(), certificate, Optional.of(verdict));
        }
        return new Outcome<>(outcome.factors(), certificate, verdict);
    }

    private Outcome<Factors> loop(Budget budget, Optional<Stage> from, Keeper<Stage> keeper) {
        progress.begins(lambda);
        dual.heed(budget::interrupted);
        CoordinateDescent descent =
                new CoordinateDescent(data, settings.norm(), lambda, SETTLED * settings.tolerance(), progress);
        CertifiedFactorization<Factors> loop = new CertifiedFactorization<>(
                problem, descent, settings.tolerance(), settings.maxRank(), settings.seed(), progress);
        from.ifPresent(stage -> dual.resume(stage.dual()));
        // over-complete starts descend before they are judged
        Waypoint<Factors> begin = from.map(Stage::loop).orElseGet(() -> Waypoint.first(start(descent, budget)));
        return loop.resume(begin, budget, now -> keeper.pass(new Stage(dual.state(), now)));
    }

    private Factors start(CoordinateDescent descent, Budget budget) {
        double zero = 0.5 * data.totals().weightedSquare();
        dual.tightened(zero, zero * (1 - settings.tolerance()));
        int columns = settings.initialRank() != null
                ? settings.initialRank()
                : dual.relaxedRank() == 0 ? 0 : Math.min(MOST_START, START_SHARE * dual.relaxedRank() + START_MORE);
        int start = Math.min(columns, settings.maxRank());
        return start == 0 ? problem.zero() : Seeding.from(problem, descent, start, settings.seed(), budget);
    }

    /** Seconds that the lower bound has taken. */
    public double certifySeconds() {
        return dual.seconds() + sharpening;
    }
}
