package org.certifact.ml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.certify.Certificate;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Duplicates;
import org.certifact.matrix.EntryTable;
import org.certifact.matrix.Selection;
import org.certifact.matrix.Totals;
import org.certifact.ml.result.FrameInput;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.History;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.LossSpec;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.ModelFactors;
import org.certifact.ml.result.Provenance;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Budget;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.DescentMethod;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedSolver;
import org.certifact.solver.Outcome;
import org.certifact.solver.Progress;

/** One fit of a {@link CertifiedCompletion}: from a data frame to a model. */
final class CompletionFit {
    /** What kind of model a saved one says that it is. */
    static final String FREE = "completion";

    static final String NONNEGATIVE = "nmf";

    /** Time for the lower bound of non-negative factors, as of the command line. */
    private static final double MOST_CERTIFY_SECONDS = 600;

    private final CertifiedCompletion params;
    private final SparkSession spark;

    CompletionFit(CertifiedCompletion params, SparkSession spark) {
        this.params = params;
        this.spark = spark;
        if (params.getImplicitPrefs()
                && (params.getNonnegative() || !params.getCenter().equals("none"))) {
            throw new IllegalArgumentException(
                    "implicitPrefs = true with nonnegative = " + params.getNonnegative()
                            + ", center = " + params.getCenter()
                            + " is not supported: a cell that was not seen is a zero; set nonnegative to false, center to none");
        }
        if (params.getNonnegative() && params.getWeighting() != 0) {
            throw new IllegalArgumentException("nonnegative = true with weighting = " + params.getWeighting()
                    + " is not supported; set weighting to 0, and with it another regParam: it is then measured in"
                    + " singular values of the ratings");
        }
        if (params.getNonnegative() && !params.getCenter().equals("none")) {
            throw new IllegalArgumentException("nonnegative = true with center = " + params.getCenter()
                    + " is not supported: centred ratings are below zero; set center to none");
        }
    }

    /** @param initial where to start, or null */
    CertifiedCompletionModel fit(Dataset<?> ratings, CertifiedCompletionModel initial) {
        BlockMatrix raw = matrix(ratings);
        Totals totals = raw.totals();
        Centering centering = option(Centering.class, params.getCenter());
        CentredData data = CentredData.of(raw, centering);
        Budget budget = new Budget(null, params.getMaxIter());
        History history = new History(History.Watcher.NONE);
        Optional<GaugedSolver> gauged = params.getNonnegative()
                ? Optional.of(new GaugedSolver(data.matrix(), nonnegative().settings(), params.getRegParam(), history))
                : Optional.empty();
        Outcome<Factors> outcome = gauged.map(solver -> solver.solve(budget))
                .orElseGet(() -> free(data.matrix(), initial, history, budget));
        Factors factors = outcome.factors();
        ModelConstants constants = new ModelConstants(
                ModelConstants.FORMAT,
                params.getNonnegative() ? NONNEGATIVE : FREE,
                data.offsets().mean(),
                params.getRegParam(),
                params.getWeighting(),
                centering,
                factors.rank(),
                loss());
        ModelFactors kept = ModelFactors.keep(spark, data, factors, constants);
        Certificate proof = outcome.certificate();
        Report report = new Report(
                constants.model(),
                outcome.verdict(),
                proof.primal(),
                proof.dual(),
                proof.relativeGap(),
                factors.rank(),
                params.getRegParam(),
                Report.Polar.of(proof),
                false,
                null,
                budget.seconds(),
                gauged.map(GaugedSolver::certifySeconds).orElseGet(history::certifySeconds),
                history.iterations(),
                List.of(),
                factors.singularValues().orElse(new double[0]),
                new Report.DataSummary(
                        "ratings of a data frame",
                        raw.byRows().rows(),
                        raw.byColumns().rows(),
                        totals.entries(),
                        0,
                        totals.weightedValue(),
                        totals.weightedSquare()),
                Report.UNSAVED,
                FrameInput.of("ratings"),
                params.getNonnegative() ? nonnegative() : free(centering),
                null,
                Provenance.versions());
        factors.unpersist();
        data.matrix().unpersist();
        return new CertifiedCompletionModel(params.uid(), kept, report);
    }

    /** Mean and biases, and factors of no column. */
    CertifiedCompletionModel baseline(Dataset<?> ratings) {
        CentredData data = CentredData.of(matrix(ratings), Centering.BIAS);
        Factors none = Factors.of(
                data.matrix().byRows().zeros(0), data.matrix().byColumns().zeros(0));
        ModelConstants constants = new ModelConstants(
                ModelConstants.FORMAT,
                FREE,
                data.offsets().mean(),
                params.getRegParam(),
                params.getWeighting(),
                Centering.BIAS,
                0);
        ModelFactors kept = ModelFactors.keep(spark, data, none, constants);
        data.matrix().unpersist();
        return new CertifiedCompletionModel(params.uid(), kept, null);
    }

    private Outcome<Factors> free(
            BlockMatrix data, CertifiedCompletionModel initial, Progress progress, Budget budget) {
        CompletionSolver solver = new CompletionSolver(data, settings(), progress);
        if (params.getCheckpointInterval() != 5) {
            solver.checkpointEvery(
                    params.getCheckpointInterval() < 0 ? Integer.MAX_VALUE : params.getCheckpointInterval());
        }
        Factors start = initial == null ? solver.start() : initial.placed(data);
        return solver.solve(params.getRegParam(), start, budget);
    }

    private CompletionSettings settings() {
        return new CompletionSettings(params.getTolerance(), mostRank(), 0, params.getSeed(), DescentMethod.MAJORIZED);
    }

    private int mostRank() {
        return params.getRank() == 0 ? Integer.MAX_VALUE : params.getRank();
    }

    private LossSpec loss() {
        return params.getImplicitPrefs() ? new LossSpec(LossName.IMPLICIT, null, params.getAlpha()) : LossSpec.SQUARED;
    }

    private SolverSpec free(Centering centering) {
        return new SolverSpec(
                params.getRegParam(),
                params.getWeighting(),
                centering,
                loss(),
                "none",
                "none",
                null,
                params.getMaxIter(),
                settings());
    }

    private GaugedSpec nonnegative() {
        return new GaugedSpec(
                "nmf",
                params.getRegParam(),
                null,
                0,
                0,
                true,
                true,
                "none",
                null,
                params.getMaxIter(),
                MOST_CERTIFY_SECONDS,
                params.getTolerance(),
                params.getRank() == 0 ? null : params.getRank(),
                null,
                params.getSeed());
    }

    /** The ratings in blocks, not centred. */
    BlockMatrix matrix(Dataset<?> ratings) {
        var entries = RatingEntries.of(ratings, params.getUserCol(), params.getItemCol(), params.getRatingCol());
        int blocks = Math.max(spark.sparkContext().defaultParallelism(), entries.getNumPartitions());
        EntryTable table = EntryTable.of(entries, blocks, blocks, option(Duplicates.class, params.getDuplicates()));
        return Causes.ofBadInput(() -> {
            if (table.load() == 0) {
                throw new BadInputException("the data frame has no ratings");
            }
            table.firstDuplicate().ifPresent(pair -> {
                throw new BadInputException("user '" + pair.row() + "' has rated item '" + pair.column()
                        + "' twice; set duplicates to sum, mean or last to combine such ratings");
            });
            BlockMatrix matrix = loss().matrix(table, Selection.ALL, params.getWeighting());
            table.unpersist();
            return matrix;
        });
    }

    static <E extends Enum<E>> E option(Class<E> type, String value) {
        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    }
}
