package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;

/**
 * The meta-algorithm of Haeffele and Vidal (arXiv 1708.07850, algorithm 1): descend, prune, certify, grow, until the
 * certificate closes. It knows neither Spark nor any particular problem.
 *
 * @param <F> the factors
 */
public final class CertifiedFactorization<F> {
    /**
     * A descent goes on until the gap inside its span is this share of the one to be expected after the next growth: the last gap, as
     * far as it is not the polar bound's, times what the last growth has left of the one before, ...
     */
    private static final double SHARE_OF_EXPECTED = 0.4;

    /** ... but at least this share of the last gap, for a growth may close more than the last one did, ... */
    private static final double LEAST_SHARE = 0.05;

    /** ... and at most this one: off the best point of its span the gradient shows directions that are none in the end ... */
    private static final double MOST_SHARE = 0.1;

    /** ... or this share of the gap that is to be certified ... */
    private static final double SHARE_OF_TOLERANCE = 0.7;

    /** ... which is aimed at where it is no more than so many times as near: a few sweeps cost less than another certificate ... */
    private static final double NEARLY_LAST = 3;

    /** ... or this share of it, once no column may be added. */
    private static final double AT_LIMIT = 0.05;

    /** Rounds in which neither bound moved by this share of the tolerance, after which the gap counts as final. */
    private static final int PATIENCE = 3;

    private static final double NEGLIGIBLE = 0.01;

    /**
     * Columns worth less than this share of what the gap leaves of the tolerance are not kept if the certificate holds without
     * them: the gap grows by several times their worth, and another certificate should not be in vain.
     */
    private static final double SPARE = 0.1;

    private final Problem<F> problem;
    private final Descent<F> descent;
    private final double tolerance;
    private final int maxRank;
    private final long seed;
    private final Progress progress;

    /**
     * @param tolerance relative gap to certify
     * @param maxRank most columns
     * @param seed of the certificates' random starts
     */
    public CertifiedFactorization(
            Problem<F> problem, Descent<F> descent, double tolerance, int maxRank, long seed, Progress progress) {
        this.problem = problem;
        this.descent = descent;
        this.tolerance = tolerance;
        this.maxRank = maxRank;
        this.seed = seed;
        this.progress = progress;
    }

    /** Runs from any start, zero included. @param start taken over */
    public Outcome<F> run(F start, Budget budget) {
        return run(start, budget, Keeper.none());
    }

    /** The same. @param keeper is shown where the run stands */
    public Outcome<F> run(F start, Budget budget, Keeper<Waypoint<F>> keeper) {
        return onward(Waypoint.first(start), budget, keeper);
    }

    /** Goes on from where another run stood. @param from taken over */
    public Outcome<F> resume(Waypoint<F> from, Budget budget, Keeper<Waypoint<F>> keeper) {
        return onward(descended(from, budget, keeper), budget, keeper);
    }

    private Outcome<F> onward(Waypoint<F> reached, Budget budget, Keeper<Waypoint<F>> keeper) {
        Waypoint<F> at = reached;
        while (true) {
            int round = at.round();
            F factors = problem.prune(at.factors());
            Certificate certificate = certify(factors, room(factors), round);
            NumericalBreakdown.check(certificate.primal(), round + 1, budget.sweeps());
            Bounds bounds = at.bounds().tightened(certificate, problem.rank(factors) < maxRank, NEGLIGIBLE * tolerance);
            Optional<Verdict> verdict = verdict(certificate, bounds, budget);
            if (verdict.isPresent() && certificate.loose()) {
                // no columns will be added any more: what is left to do is to bound as tightly as can be
                certificate = certify(factors, 0, round);
                verdict = verdict(certificate, bounds, budget);
            }
            if (verdict.isPresent()) {
                Outcome<F> outcome = lean(new Outcome<>(factors, certificate, verdict.get()), round);
                progress.certified(budget, problem.rank(outcome.factors()), outcome.certificate(), verdict);
                return outcome;
            }
            progress.certified(budget, problem.rank(factors), certificate, verdict);
            F grown = problem.grow(factors, certificate.polar().atoms());
            boolean complete = problem.closes() && problem.rank(grown) == problem.rank(factors);
            Goal goal = goal(bounds, at.bounds(), problem.rank(grown), complete ? at.goal() : Goal.NONE);
            at = descended(new Waypoint<>(round + 1, bounds, goal, grown), budget, keeper);
        }
    }

    /** What is proved, with the columns that the proof does without left out. */
    private Outcome<F> lean(Outcome<F> reached, int round) {
        if (reached.verdict() != Verdict.CERTIFIED) {
            return reached;
        }
        double left = tolerance - reached.certificate().relativeGap();
        F fewer = problem.trim(
                reached.factors(), SPARE * left * reached.certificate().primal());
        if (problem.rank(fewer) == problem.rank(reached.factors())) {
            return reached;
        }
        Certificate certificate = problem.certifyTrimmed(fewer, reached.factors(), tolerance, seed + round);
        return certificate.relativeGap() <= tolerance ? new Outcome<>(fewer, certificate, Verdict.CERTIFIED) : reached;
    }

    private Waypoint<F> descended(Waypoint<F> from, Budget budget, Keeper<Waypoint<F>> keeper) {
        return from.at(descent.descend(from.factors(), from.goal(), budget, now -> keeper.pass(from.at(now))));
    }

    private Certificate certify(F factors, int mostAtoms, int round) {
        return problem.certify(factors, tolerance, mostAtoms, seed + round);
    }

    /** How many columns may be added. */
    private int room(F factors) {
        return Math.max(0, maxRank - problem.rank(factors));
    }

    /** The saved factors alone must prove the verdict, so it rests on their own dual value, not on the best one seen. */
    private Optional<Verdict> verdict(Certificate certificate, Bounds bounds, Budget budget) {
        if (certificate.relativeGap() <= tolerance) {
            return Optional.of(Verdict.CERTIFIED);
        }
        return bounds.idle() >= PATIENCE ? Optional.of(Verdict.BOUNDED) : budget.spent();
    }

    /**
     * The gap inside the present span that a descent should reach: small beside the last gap, but not below what the
     * tolerance asks; where the rank is at its limit the gap will not close, and only the primal is left to gain.
     *
     * @param before bounds a round ago
     * @param missed what the last descent reached, where the certificate then found a gap and yet no column to add
     */
    private Goal goal(Bounds bounds, Bounds before, int rank, Goal missed) {
        double wanted = tolerance * bounds.primal();
        if (rank >= maxRank) {
            return Goal.of(AT_LIMIT * wanted);
        }
        double last = SHARE_OF_TOLERANCE * wanted;
        double left = before.ownGap() > 0 ? bounds.ownGap() / before.ownGap() : 0;
        double next = Math.max(LEAST_SHARE, Math.min(MOST_SHARE, SHARE_OF_EXPECTED * left)) * bounds.ownGap();
        Goal goal = next > NEARLY_LAST * last ? Goal.of(next) : new Goal(Math.max(next, last), last);
        return goal.beyond(missed, last, bounds.ownGap());
    }
}
