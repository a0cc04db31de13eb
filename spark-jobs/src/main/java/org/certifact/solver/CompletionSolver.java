package org.certifact.solver;

import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorTable;

/** Puts the loop together for matrix completion. */
public final class CompletionSolver {
    /** Products with the gradient after which a certificate gives the bound that it has. */
    private static final int MOST_POLAR_STEPS = 500;

    private final BlockMatrix data;
    private final Loss loss;
    private final CompletionSettings settings;
    private final Progress progress;
    private Lineage lineage = new Lineage();
    private CompletionProblem problem;

    /** With the squared loss. @param data centred entries; α is in their row weights */
    public CompletionSolver(BlockMatrix data, CompletionSettings settings, Progress progress) {
        this(data, new SquaredLoss(), settings, progress);
    }

    /** @param data entries, centred where the loss allows it; α is in their row weights */
    public CompletionSolver(BlockMatrix data, Loss loss, CompletionSettings settings, Progress progress) {
        this.data = data;
        this.loss = loss;
        this.settings = settings;
        this.progress = progress;
    }

    /** Cuts the factors' lineage every so many sweeps instead of every fifth. */
    public CompletionSolver checkpointEvery(int sweeps) {
        lineage = new Lineage(sweeps);
        return this;
    }

    /** Where a run begins if nothing better is known. */
    public Factors start() {
        int rank = settings.initialRank();
        if (rank == 0) {
            return problem(1).zero();
        }
        double size = Math.sqrt(data.totals().weightedSquare() / data.totals().weight());
        double scale = 0.1 * Math.sqrt(size / rank);
        return Factors.of(
                FactorTable.random(data.rowIds(), rank, scale, 2 * settings.seed()),
                FactorTable.random(data.columnIds(), rank, scale, 2 * settings.seed() + 1));
    }

    /** λ_max, above which the answer is zero: the polar at X = 0 (a lower bound on it, for choosing λ). */
    public double largestLambda() {
        CompletionProblem problem = problem(Double.MIN_NORMAL);
        return problem.certify(problem.zero(), 0.5, 1, settings.seed()).polar().lower();
    }

    /** Runs the loop. @param start taken over */
    public Outcome<Factors> solve(double lambda, Factors start, Budget budget) {
        return solve(lambda, start, budget, Keeper.none());
    }

    /** The same. @param keeper is shown where the run stands */
    public Outcome<Factors> solve(double lambda, Factors start, Budget budget, Keeper<Waypoint<Factors>> keeper) {
        return loop(lambda).run(start, budget, keeper);
    }

    /** Goes on from where another run of the same λ stood. @param from taken over */
    public Outcome<Factors> resume(
            double lambda, Waypoint<Factors> from, Budget budget, Keeper<Waypoint<Factors>> keeper) {
        return loop(lambda).resume(from, budget, keeper);
    }

    private CertifiedFactorization<Factors> loop(double lambda) {
        progress.begins(lambda);
        return new CertifiedFactorization<>(
                problem(lambda),
                AlternatingDescent.of(data, loss, settings.descent(), lambda, lineage, progress),
                settings.tolerance(),
                Math.min(
                        settings.maxRank(),
                        Math.min(data.byRows().rows(), data.byColumns().rows())),
                settings.seed(),
                progress);
    }

    private CompletionProblem problem(double lambda) {
        problem = problem == null
                ? new CompletionProblem(data, loss, lambda, SpectralPolar.standard(), MOST_POLAR_STEPS)
                : problem.at(lambda);
        return problem;
    }
}
