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
    private static final int FEWEST_ATOMS = 8;

    /** A descent goes on until the gap inside its span is this share of the last gap ... */
    private static final double SHARE_OF_GAP = 0.05;

    /** ... or this share of the gap that is to be certified ... */
    private static final double SHARE_OF_TOLERANCE = 0.7;

    /** ... or this share of it, once no column may be added. */
    private static final double AT_LIMIT = 0.05;

    /** Rounds without a gain in either bound after which the gap counts as final. */
    private static final int PATIENCE = 3;

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
        F factors = start;
        Certificate certificate = certify(factors, Double.NEGATIVE_INFINITY, 0);
        Patience patience = new Patience(certificate);
        for (int round = 1; ; round++) {
            Optional<Verdict> verdict = verdict(certificate, budget, patience);
            progress.certified(budget, problem.rank(factors), certificate, verdict);
            if (verdict.isPresent()) {
                return new Outcome<>(factors, certificate, verdict.get());
            }
            factors = problem.grow(factors, certificate.polar().atoms());
            factors = descent.descend(factors, enough(certificate, problem.rank(factors)), budget);
            factors = problem.prune(factors);
            certificate = certify(factors, certificate.dual(), round);
            patience.see(certificate);
        }
    }

    private Certificate certify(F factors, double dual, int round) {
        int rank = problem.rank(factors);
        int room = Math.min(maxRank - rank, Math.max(FEWEST_ATOMS, rank));
        return problem.certify(factors, dual, tolerance, Math.max(0, room), seed + round);
    }

    private Optional<Verdict> verdict(Certificate certificate, Budget budget, Patience patience) {
        if (certificate.relativeGap() <= tolerance) {
            return Optional.of(Verdict.CERTIFIED);
        }
        return patience.lost() ? Optional.of(Verdict.BOUNDED) : budget.spent();
    }

    /**
     * The gap inside the present span that a descent should reach: small beside the last gap, but not below what the
     * tolerance asks; where the rank is at its limit the gap will not close, and only the primal is left to gain.
     */
    private double enough(Certificate certificate, int rank) {
        double wanted = tolerance * certificate.primal();
        return rank < maxRank ? Math.max(SHARE_OF_GAP * certificate.gap(), SHARE_OF_TOLERANCE * wanted) : AT_LIMIT * wanted;
    }

    /** Notices when neither bound moves any more. */
    private final class Patience {
        private double primal;
        private double dual;
        private int idle;

        Patience(Certificate first) {
            primal = first.primal();
            dual = first.dual();
        }

        void see(Certificate next) {
            double gain = (primal - next.primal()) + (next.dual() - dual);
            idle = gain > 0.01 * tolerance * next.primal() ? 0 : idle + 1;
            primal = Math.min(primal, next.primal());
            dual = Math.max(dual, next.dual());
        }

        boolean lost() {
            return idle >= PATIENCE;
        }
    }
}
