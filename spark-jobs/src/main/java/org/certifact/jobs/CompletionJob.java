package org.certifact.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Holdout;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;
import org.certifact.linalg.loss.Loss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataFingerprint;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.HeldOut;
import org.certifact.matrix.Selection;
import org.certifact.matrix.Totals;
import org.certifact.ml.result.History;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.Provenance;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Budget;
import org.certifact.solver.CentredData;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.Factors;
import org.certifact.solver.Keeper;
import org.certifact.solver.LambdaPath;
import org.certifact.solver.Outcome;
import org.certifact.solver.Waypoint;

/** Matrix completion from entries to a result directory. */
final class CompletionJob {
    private final JavaSparkContext spark;
    private final InputSpec input;
    private final SolverSpec options;
    private final Loss loss;
    private final History history;
    private final Console console;
    private final Budget budget;
    private final RunKeeper keeper;
    private final StopSignals signals;
    private Optional<Function<BlockMatrix, Factors>> given = Optional.empty();

    CompletionJob(
            JavaSparkContext spark,
            InputSpec input,
            SolverSpec options,
            Optional<CheckpointSpec> checkpoints,
            StopSignals signals,
            Console console) {
        this.spark = spark;
        this.input = input;
        this.options = options;
        this.loss = options.loss().loss();
        this.console = console;
        this.history = new History(console);
        this.budget = new Budget(options.maxSeconds(), options.maxSweeps());
        this.keeper = RunKeeper.open(spark, checkpoints, options, budget, history);
        this.signals = signals;
    }

    /** Starts from other factors. @param factors of the data as fitted */
    CompletionJob startingFrom(Function<BlockMatrix, Factors> factors) {
        given = Optional.of(factors);
        return this;
    }

    /** Runs it all and stages the result. @return the report, saved with the rest */
    Report run(ResultWriter result) {
        ProgressSource.register(history);
        console.phase("reading " + input.title());
        LoadedEntries loaded = loaded(input);
        Holdout holdout = Holdout.parse(options.holdout());
        long seed = options.settings().seed();
        Selection held = e -> holdout.test(e, seed);
        Selection training = e -> !holdout.test(e, seed);

        signals.arm(() -> end(budget, console));
        List<LambdaPath.Step> path = path(loaded, training);
        double lambda = options.lambda() != null ? options.lambda() : best(path);

        BlockMatrix raw = options.loss().matrix(loaded.table(), training, options.weighting());
        loaded.requireMatrix(raw);
        DataFingerprint print = keeper.fingerprint(raw);
        Totals totals = raw.totals();
        Optional<HeldOut> test = heldOut(loaded, holdout, held, raw);
        CentredData data = CentredData.of(raw, options.center());
        test = test.map(t -> t.minus(data.offsets()));
        loaded.table().unpersist();

        console.phase(String.format(
                java.util.Locale.ROOT,
                "%d x %d, %d entries; lambda %.6g, tolerance %.1e",
                data.matrix().byRows().rows(),
                data.matrix().byColumns().rows(),
                totals.entries(),
                lambda,
                options.settings().tolerance()));
        CompletionSolver solver = new CompletionSolver(data.matrix(), loss, options.settings(), history);
        Keeper<Waypoint<Factors>> fitting = keeper.fitting(raw, print, lambda, path);
        Outcome<Factors> outcome = keeper.fit(raw, print)
                .map(from -> solver.resume(lambda, from, budget, fitting))
                .orElseGet(() -> solver.solve(lambda, start(solver, data.matrix()), budget, fitting));
        Factors factors = outcome.factors().keep();
        Optional<Outcome<Factors>> witness = witness(data.matrix(), lambda, outcome, factors);

        long fingerprint = result.writeFactors(data, factors);
        witness.ifPresent(w -> result.writeWitness(data, w.factors()));
        Report report = report(
                loaded,
                data,
                totals,
                lambda,
                outcome,
                witness,
                factors,
                errors(test, data, factors),
                path,
                fingerprint);
        result.writeDescriptions(
                report,
                new ModelConstants(
                        ModelConstants.FORMAT,
                        "completion",
                        data.offsets().mean(),
                        lambda,
                        options.weighting(),
                        options.center(),
                        factors.rank(),
                        options.loss()));
        result.writeBadRecords(loaded);
        return report;
    }

    private LoadedEntries loaded(InputSpec spec) {
        LoadedEntries loaded = LoadedEntries.of(spark, spec);
        if (options.loss().name() == LossName.LOGISTIC) {
            Labels.require(loaded);
        }
        return loaded;
    }

    private Factors start(CompletionSolver solver, BlockMatrix data) {
        return given.map(factors -> factors.apply(data)).orElseGet(solver::start);
    }

    /** What a signal does: the solve ends as at a limit. */
    static void end(Budget budget, Console console) {
        budget.interrupt();
        console.say("certifact: told to end; writing the result reached so far (a second signal ends at once)");
    }

    private List<LambdaPath.Step> path(LoadedEntries loaded, Selection training) {
        if (options.lambda() != null) {
            return List.of();
        }
        return keeper.from(Checkpoint.Phase.FITTING)
                .map(Checkpoint::path)
                .orElseGet(() -> chooseLambda(loaded, training));
    }

    private List<LambdaPath.Step> chooseLambda(LoadedEntries loaded, Selection training) {
        Holdout validation = Holdout.parse(options.validation());
        long seed = options.settings().seed() + 1;
        BlockMatrix raw = BlockMatrix.build(
                loaded.table(), e -> training.has(e) && !validation.test(e, seed), options.weighting());
        loaded.requireMatrix(raw);
        DataFingerprint print = keeper.fingerprint(raw);
        HeldOut heldOut = HeldOut.build(loaded.table(), e -> training.has(e) && validation.test(e, seed), raw);
        if (heldOut.entries() == 0) {
            throw new BadInputException(input.title() + ": --validation " + options.validation()
                    + " selects none of the training entries; give a larger fraction, or a --lambda");
        }
        CentredData data = CentredData.of(raw, options.center());
        HeldOut centred = heldOut.minus(data.offsets());
        console.phase("choosing lambda on " + heldOut.entries() + " validation entries");
        List<LambdaPath.Step> path = LambdaPath.walk(
                data.matrix(),
                loss,
                centred,
                options.settings(),
                history,
                budget,
                keeper.path(raw, print),
                keeper.choosing(raw, print));
        centred.unpersist();
        data.matrix().unpersist();
        return path;
    }

    /** What keeps the state of the run. */
    RunKeeper keeper() {
        return keeper;
    }

    private double best(List<LambdaPath.Step> path) {
        return path.stream()
                .min(Comparator.comparingDouble(LambdaPath.Step::error))
                .orElseThrow(() -> new BadInputException(input.title()
                        + ": nothing is left to factorize once the values are centred; give a --lambda or another"
                        + " --center"))
                .lambda();
    }

    private Optional<HeldOut> heldOut(LoadedEntries loaded, Holdout holdout, Selection held, BlockMatrix training) {
        if (holdout instanceof Holdout.None) {
            return Optional.empty();
        }
        HeldOut test;
        if (holdout.path().isPresent()) {
            InputSpec other = input.withPaths(List.of(holdout.path().get()))
                    .withBlocks(loaded.table().rowBlocks(), loaded.table().columnBlocks());
            EntryTable table = loaded(other).table();
            test = HeldOut.build(table, Selection.ALL, training);
        } else {
            test = HeldOut.build(loaded.table(), held, training);
        }
        if (test.entries() == 0) {
            throw new BadInputException(input.title() + ": --holdout " + options.holdout()
                    + " selects no entry; give a larger fraction or a smaller step");
        }
        return Optional.of(test);
    }

    private Report.HeldOutError errors(Optional<HeldOut> test, CentredData data, Factors factors) {
        return test.map(t -> Report.HeldOutError.of(
                        options.loss().name(),
                        t.entries(),
                        t.errors(factors.u(), factors.v(), loss),
                        t.errors(
                                data.matrix().byRows().zeros(0),
                                data.matrix().byColumns().zeros(0),
                                loss)))
                .orElse(null);
    }

    /**
     * Where a limit on the rank keeps the gap open, scaling the residual of the limited factors is a poor lower bound.
     * The same loop without that limit, up to twice the rank, gives a better one; its factors witness it.
     */
    private Optional<Outcome<Factors>> witness(
            BlockMatrix data, double lambda, Outcome<Factors> outcome, Factors factors) {
        int limit = options.settings().maxRank();
        if (outcome.verdict() != Verdict.BOUNDED || factors.rank() < limit) {
            return Optional.empty();
        }
        console.phase("the rank is at its limit; a relaxed run sharpens the lower bound");
        CompletionSolver relaxed =
                new CompletionSolver(data, loss, options.settings().withMaxRank(Math.multiplyExact(2, limit)), history);
        Outcome<Factors> better = relaxed.solve(lambda, factors.fork(), budget);
        return Optional.of(better)
                .filter(o -> o.certificate().dual() > outcome.certificate().dual());
    }

    private Report report(
            LoadedEntries loaded,
            CentredData data,
            Totals totals,
            double lambda,
            Outcome<Factors> outcome,
            Optional<Outcome<Factors>> witness,
            Factors factors,
            Report.HeldOutError error,
            List<LambdaPath.Step> path,
            long fingerprint) {
        Certificate own = outcome.certificate();
        Certificate proof = witness.map(Outcome::certificate).orElse(own);
        Certificate stated = new Certificate(own.primal(), proof.dual(), proof.polar(), proof.seed());
        Verdict verdict =
                stated.relativeGap() <= options.settings().tolerance() ? Verdict.CERTIFIED : outcome.verdict();
        return new Report(
                "completion",
                verdict,
                stated.primal(),
                stated.dual(),
                stated.relativeGap(),
                factors.rank(),
                lambda,
                Report.Polar.of(proof),
                witness.isPresent(),
                error,
                budget.seconds(),
                history.certifySeconds(),
                history.iterations(),
                path,
                factors.singularValues().orElse(new double[0]),
                new Report.DataSummary(
                        input.title(),
                        data.matrix().byRows().rows(),
                        data.matrix().byColumns().rows(),
                        totals.entries(),
                        loaded.source().bad().count(),
                        totals.weightedValue(),
                        totals.weightedSquare()),
                Long.toHexString(fingerprint),
                input.qualified(spark.hadoopConfiguration()).toJson(),
                options,
                keeper.resumption().orElse(null),
                Provenance.versions());
    }
}
