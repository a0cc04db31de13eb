package org.certifact.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.Selection;
import org.certifact.ml.Certification;
import org.certifact.ml.Certifier;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Centering;
import org.certifact.solver.CentredData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certifact certify}. */
@Command(
        name = "certify",
        description = "Certifies factors that others made: how far they are from the best factors of any rank for the "
                + "objective of complete, and whether more rank would help. --weighting 1 is the objective of MLlib's "
                + "ALS, with its regParam for --lambda.",
        footer = {
            "",
            "Examples:",
            "  certifact certify --factors als-model --input u.data --lambda 0.1 --weighting 1",
            "  certifact certify --factors users.csv,items.csv --input u.data --lambda 20 --improve --output better"
        })
final class CertifyCommand implements Callable<Integer> {
    @Option(
            names = "--factors",
            required = true,
            split = ",",
            paramLabel = "PATH",
            description =
                    "A saved ALSModel or a result directory; or two tables, of the rows and of the columns: Parquet "
                            + "(id and an array), CSV (id and values) or .npy (rows numbered from 1).")
    private List<String> factors;

    @Option(
            names = "--improve",
            description = "Go on from these factors to the optimum, and write the result as complete does.")
    private boolean improve;

    @Mixin
    private InputArguments input;

    @Mixin
    private SolverArguments solver;

    @Mixin
    private OutputArguments output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        InputSpec inputSpec = input.spec();
        SolverSpec spec = solver.spec();
        if (spec.lambda() == null) {
            throw new BadInputException(
                    "--lambda: name the one that the factors were made with; of an ALSModel its regParam");
        }
        if (!spec.holdout().equals("none")) {
            throw new BadInputException(
                    "--holdout " + spec.holdout() + ": give the data that the factors were fitted to");
        }
        if (spec.center() == Centering.BIAS) {
            throw new BadInputException("--center bias: offsets are not among the factors; give none or mean");
        }
        output.check();
        try (JavaSparkContext spark = Sessions.context("certify")) {
            GivenFactors given = GivenFactors.read(spark, factors);
            Certification found = certified(spark, inputSpec, spec, given);
            System.out.print(found);
            return improve ? improved(spark, inputSpec, spec, given, found) : exitCode(found.relativeGap(), spec);
        }
    }

    private static Certification certified(
            JavaSparkContext spark, InputSpec input, SolverSpec spec, GivenFactors given) {
        LoadedEntries loaded = LoadedEntries.of(spark, input);
        if (spec.loss().name() == LossName.LOGISTIC) {
            Labels.require(loaded);
        }
        BlockMatrix raw = spec.loss().matrix(loaded.table(), Selection.ALL, spec.weighting());
        loaded.table().unpersist();
        loaded.requireMatrix(raw);
        BlockMatrix data = CentredData.of(raw, spec.center()).matrix();
        Certification found = certifier(data, spec).certify(given.rows(), given.columns(), given.rank());
        data.unpersist();
        return found;
    }

    private static Certifier certifier(BlockMatrix data, SolverSpec spec) {
        return new Certifier(
                data, spec.loss().loss(), spec.lambda(), spec.settings().seed());
    }

    private int improved(
            JavaSparkContext spark, InputSpec input, SolverSpec spec, GivenFactors given, Certification before)
            throws IOException {
        Certifact certifact = Certifact.of(command);
        try (StopSignals signals = StopSignals.open();
                ResultDirectory directory = output.open("certify", spark.hadoopConfiguration())) {
            spark.setCheckpointDir(directory.scratch());
            ResultWriter writer = new ResultWriter(directory, output.csv(), false);
            Report report;
            try (Console console = certifact.console()) {
                report = new CompletionJob(spark, input, spec, Optional.empty(), signals, console)
                        .startingFrom(data -> certifier(data, spec).place(given.rows(), given.columns(), given.rank()))
                        .run(writer);
                writer.writeForPeople("certify", report, certifact.settings());
            }
            directory.publish();
            output.announce(report, directory.name());
            System.out.printf(
                    java.util.Locale.ROOT,
                    "given        at least %.4g %% and at most %.4g %% above the optimum%n",
                    100 * Math.max(0, before.objective() / report.primal() - 1),
                    100 * (before.objective() / report.dual() - 1));
            return ExitCode.of(report.verdict());
        }
    }

    private static int exitCode(double gap, SolverSpec spec) {
        return gap <= spec.tolerance() ? ExitCode.CERTIFIED : ExitCode.ABOVE_TOLERANCE;
    }
}
