package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataFingerprint;
import org.certifact.ml.result.History;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.RunOptions;
import org.certifact.solver.Budget;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedSolver;
import org.certifact.solver.Keeper;
import org.certifact.solver.LambdaPath;
import org.certifact.solver.RelaxedDual;
import org.certifact.solver.Waypoint;

/** Writes checkpoints of a run when they are due, and finds the one that it goes on from. */
final class RunKeeper {
    private static final String ROWS = "rows.parquet";
    private static final String COLUMNS = "columns.parquet";
    private static final String BEST_ROWS = "best-rows.parquet";
    private static final String BEST_COLUMNS = "best-columns.parquet";

    private final CheckpointSpec spec;
    private final CheckpointFiles files;
    private final SameRun run;
    private final Budget budget;
    private final History history;
    private final Optional<CheckpointFiles.Stored> stored;
    private int lastSweeps;
    private double lastSeconds;

    private RunKeeper(JavaSparkContext spark, CheckpointSpec spec, RunOptions options, Budget budget, History history) {
        this.spec = spec;
        this.files = spec == null ? null : CheckpointFiles.open(spark, spec);
        this.run = SameRun.as(spec == null ? null : spec.directory(), options);
        this.budget = budget;
        this.history = history;
        this.stored = spec != null && spec.resume() ? files.newest() : Optional.empty();
    }

    /** Looks for what the run goes on from, and refuses what is not its own, before any long work. */
    static RunKeeper open(
            JavaSparkContext spark, Optional<CheckpointSpec> spec, RunOptions options, Budget budget, History history) {
        RunKeeper keeper = new RunKeeper(spark, spec.orElse(null), options, budget, history);
        keeper.stored.ifPresentOrElse(
                keeper::goOn,
                () -> spec.filter(CheckpointSpec::resume)
                        .ifPresent(s -> System.err.println(
                                "certifact: " + s.directory() + ": no checkpoint yet; beginning at the beginning")));
        return keeper;
    }

    private void goOn(CheckpointFiles.Stored found) {
        Checkpoint state = found.state();
        run.requireOptions(state.options());
        budget.resume(state.sweeps(), state.seconds());
        history.resume(state.iterations());
        lastSweeps = state.sweeps();
        lastSeconds = budget.seconds();
        System.err.println("certifact: going on from " + found.path() + ", after " + state.sweeps() + " sweeps");
    }

    /** Where the run goes on from, for people and for the report. */
    Optional<Report.Resumption> resumption() {
        return stored.map(s -> new Report.Resumption(
                s.path().getName(), s.state().sweeps(), s.state().seconds()));
    }

    /** What the run goes on from, if it stood in that phase. */
    Optional<Checkpoint> from(Checkpoint.Phase phase) {
        return stored.map(CheckpointFiles.Stored::state).filter(state -> state.phase() == phase);
    }

    /** Where the path stood that the run goes on with. @param data that the path fits */
    Optional<LambdaPath.Stage> path(BlockMatrix data, DataFingerprint print) {
        return from(Checkpoint.Phase.CHOOSING).map(state -> {
            run.requireData(state.data(), print);
            Factors best = state.bestRank() == null
                    ? null
                    : Factors.of(
                            StateTable.read(file(BEST_ROWS), data.rowIds(), state.bestRank(), "U"),
                            StateTable.read(file(BEST_COLUMNS), data.columnIds(), state.bestRank(), "V"));
            return new LambdaPath.Stage(state.path(), best, state.lambda(), waypoint(state, data));
        });
    }

    /** Where the fit stood that the run goes on with. */
    Optional<Waypoint<Factors>> fit(BlockMatrix data, DataFingerprint print) {
        return from(Checkpoint.Phase.FITTING).map(state -> {
            run.requireData(state.data(), print);
            return waypoint(state, data);
        });
    }

    /** The same of a solve with gauges. */
    Optional<GaugedSolver.Stage> search(BlockMatrix data, DataFingerprint print) {
        return fit(data, print)
                .map(waypoint ->
                        new GaugedSolver.Stage(stored.orElseThrow().state().dual(), waypoint));
    }

    private Waypoint<Factors> waypoint(Checkpoint state, BlockMatrix data) {
        Factors factors = Factors.moving(
                StateTable.read(file(ROWS), data.rowIds(), state.rank(), "U"),
                StateTable.read(file(COLUMNS), data.columnIds(), state.rank(), "V"),
                state.momentum());
        return new Waypoint<>(state.round(), state.bounds(), state.goal(), factors);
    }

    private String file(String name) {
        return new Path(stored.orElseThrow().path(), name).toString();
    }

    /** The fingerprint of what is fitted, where one is wanted. */
    DataFingerprint fingerprint(BlockMatrix data) {
        return spec == null ? null : DataFingerprint.of(data);
    }

    /** Of a walk along λ. */
    Keeper<LambdaPath.Stage> choosing(BlockMatrix data, DataFingerprint print) {
        return stage -> {
            if (due()) {
                Phased at = new Phased(Checkpoint.Phase.CHOOSING, stage.lambda(), stage.steps(), null, stage.ofBest());
                write(data, print, at, stage.solve());
            }
        };
    }

    /** Of the fit at a λ. @param path that chose it */
    Keeper<Waypoint<Factors>> fitting(
            BlockMatrix data, DataFingerprint print, double lambda, List<LambdaPath.Step> path) {
        return waypoint -> {
            if (due()) {
                write(data, print, new Phased(Checkpoint.Phase.FITTING, lambda, path, null, null), waypoint);
            }
        };
    }

    /** Of a solve with gauges. */
    Keeper<GaugedSolver.Stage> searching(BlockMatrix data, DataFingerprint print, double lambda) {
        return stage -> {
            if (due()) {
                Phased at = new Phased(Checkpoint.Phase.FITTING, lambda, List.of(), stage.dual(), null);
                write(data, print, at, stage.loop());
            }
        };
    }

    private boolean due() {
        return spec != null
                && (budget.spent().isPresent()
                        || budget.sweeps() - lastSweeps >= spec.sweeps()
                        || budget.seconds() - lastSeconds >= spec.seconds());
    }

    /** What the phases of a run have beside the factors at hand. */
    private record Phased(
            Checkpoint.Phase phase, double lambda, List<LambdaPath.Step> path, RelaxedDual.State dual, Factors best) {}

    private void write(BlockMatrix data, DataFingerprint print, Phased at, Waypoint<Factors> now) {
        Factors factors = now.factors();
        List<CheckpointFiles.NamedFactor> tables = new ArrayList<>(List.of(
                new CheckpointFiles.NamedFactor(ROWS, data.rowIds(), factors.u()),
                new CheckpointFiles.NamedFactor(COLUMNS, data.columnIds(), factors.v())));
        if (at.best() != null) {
            tables.add(new CheckpointFiles.NamedFactor(
                    BEST_ROWS, data.rowIds(), at.best().u()));
            tables.add(new CheckpointFiles.NamedFactor(
                    BEST_COLUMNS, data.columnIds(), at.best().v()));
        }
        files.write(
                new Checkpoint(
                        Checkpoint.FORMAT,
                        run.options(),
                        print,
                        at.phase(),
                        at.lambda(),
                        at.path(),
                        now.round(),
                        now.bounds(),
                        now.goal(),
                        factors.momentum(),
                        factors.rank(),
                        at.best() == null ? null : at.best().rank(),
                        at.dual(),
                        budget.sweeps(),
                        budget.seconds(),
                        history.iterations()),
                tables);
        lastSweeps = budget.sweeps();
        lastSeconds = budget.seconds();
    }

    /** The result has its place. A run that came to its end leaves nothing to go on with; one that was stopped does. */
    void published(Verdict verdict) {
        boolean ended = verdict == Verdict.CERTIFIED || verdict == Verdict.BOUNDED;
        if (files != null && ended) {
            files.clear();
        }
    }
}
