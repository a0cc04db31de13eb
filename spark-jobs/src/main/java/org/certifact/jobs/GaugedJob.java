package org.certifact.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.ImageShape;
import org.certifact.linalg.certify.Certificate;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataFingerprint;
import org.certifact.matrix.Totals;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.History;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.Provenance;
import org.certifact.ml.result.Report;
import org.certifact.solver.Budget;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;
import org.certifact.solver.Factors;
import org.certifact.solver.GaugedSolver;
import org.certifact.solver.Outcome;

/** Non-negative factorization or dictionary learning, from a matrix to a result directory. */
final class GaugedJob {
    private final JavaSparkContext spark;
    private final MatrixSpec input;
    private final GaugedSpec options;
    private final History history;
    private final Console console;
    private final Budget budget;
    private final RunKeeper keeper;
    private final StopSignals signals;

    GaugedJob(
            JavaSparkContext spark,
            MatrixSpec input,
            GaugedSpec options,
            Optional<CheckpointSpec> checkpoints,
            StopSignals signals,
            Console console) {
        this.spark = spark;
        this.input = input;
        this.options = options;
        this.console = console;
        this.history = new History(console);
        this.budget = new Budget(options.maxSeconds(), options.maxSweeps());
        this.keeper = RunKeeper.open(spark, checkpoints, options, budget, history);
        this.signals = signals;
    }

    /** What keeps the state of the run. */
    RunKeeper keeper() {
        return keeper;
    }

    /** Runs it all and stages the result. @return the report, saved with the rest */
    Report run(ResultWriter result) {
        ProgressSource.register(history);
        console.phase("reading " + input.title());
        LoadedMatrix loaded = LoadedMatrix.of(spark, input, options);
        BlockMatrix data = loaded.data();
        Optional<ImageShape> shape = loaded.shape().or(input::shape);
        shape.ifPresent(s -> Pictures.requireFit(s, data));
        Optional<List<String>> labels =
                Optional.ofNullable(input.rowLabels()).map(file -> Pictures.labels(file, spark.hadoopConfiguration()));
        DataFingerprint print = keeper.fingerprint(data);
        Optional<GaugedSolver.Stage> from = keeper.search(data, print);
        signals.arm(() -> CompletionJob.end(budget, console));
        double lambda = lambda(data);
        console.phase(String.format(
                Locale.ROOT,
                "%d x %d, %d cells stored; lambda %.6g, tolerance %.1e",
                data.byRows().rows(),
                data.byColumns().rows(),
                data.totals().entries(),
                lambda,
                options.tolerance()));
        GaugedSolver solver = new GaugedSolver(data, options.settings(), lambda, history);
        Outcome<Factors> outcome = solver.solve(budget, from, keeper.searching(data, print, lambda));
        Factors factors = outcome.factors().keep();

        CentredData plain = CentredData.of(data, Centering.NONE);
        long fingerprint = result.writeFactors(plain, factors, options);
        Report report = report(loaded, lambda, outcome, factors, solver.certifySeconds(), fingerprint);
        result.writeDescriptions(
                report,
                new ModelConstants(
                        ModelConstants.FORMAT, options.model(), 0, lambda, 0, Centering.NONE, factors.rank()));
        Pictures pictures = new Pictures(result, data, factors);
        PixelOrder order = loaded.shape().isPresent() ? PixelOrder.ROWS : input.pictureOrder();
        shape.ifPresent(s -> pictures.draw(s, order));
        if (labels.isPresent() || input.kind() == DataKind.DOCUMENTS) {
            pictures.listTopics(labels);
        }
        return report;
    }

    private double lambda(BlockMatrix data) {
        return options.lambda() != null
                ? options.lambda()
                : keeper.from(Checkpoint.Phase.FITTING)
                        .map(Checkpoint::lambda)
                        .orElseGet(() -> options.lambdaShare()
                                * GaugedSolver.largestLambda(data, options.norm(), options.seed()));
    }

    private Report report(
            LoadedMatrix loaded,
            double lambda,
            Outcome<Factors> outcome,
            Factors factors,
            double certifySeconds,
            long fingerprint) {
        Certificate proof = outcome.certificate();
        Totals totals = loaded.data().totals();
        return new Report(
                options.model(),
                outcome.verdict(),
                proof.primal(),
                proof.dual(),
                proof.relativeGap(),
                factors.rank(),
                lambda,
                Report.Polar.of(proof),
                false,
                errors(loaded, factors),
                budget.seconds(),
                certifySeconds,
                history.iterations(),
                List.of(),
                new double[0],
                new Report.DataSummary(
                        input.title(),
                        loaded.data().byRows().rows(),
                        loaded.data().byColumns().rows(),
                        totals.entries(),
                        0,
                        totals.weightedValue(),
                        totals.weightedSquare()),
                Long.toHexString(fingerprint),
                input.qualified(spark.hadoopConfiguration()).toJson(),
                options,
                keeper.resumption().orElse(null),
                Provenance.versions());
    }

    /** The error on held-out cells, and that of zero for comparison. */
    private static Report.HeldOutError errors(LoadedMatrix loaded, Factors factors) {
        Optional<Report.HeldOutError> error = loaded.heldOut()
                .map(test -> new Report.HeldOutError(
                        test.rootMeanSquaredError(factors.u(), factors.v()),
                        test.entries(),
                        test.rootMeanSquaredError(
                                loaded.data().byRows().zeros(0),
                                loaded.data().byColumns().zeros(0))));
        return error.orElse(null);
    }
}
