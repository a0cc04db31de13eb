package org.certifact.jobs;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Centering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code certifact complete}. */
@Command(
        name = "complete",
        description = "Completes a matrix with some entries observed: finds factors U, V and their rank, and certifies "
                + "how far the objective is from the best one possible.",
        footer = {
            "",
            "Examples:",
            "  certifact complete",
            "  certifact complete --input ratings.csv --center bias --weighting 0.5 --holdout 0.1 --output model",
            "  certifact complete --input u.data --lambda 20 --center mean --tolerance 1e-5 --master 'local[2]'"
        })
final class CompleteCommand implements Callable<Integer> {
    @Mixin
    private InputArguments input;

    @Mixin
    private SolverArguments solver;

    @Mixin
    private CheckpointArguments checkpoints;

    @Mixin
    private OutputArguments output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        InputSpec inputSpec = input.spec();
        SolverSpec solverSpec = solver.spec();
        Optional<CheckpointSpec> checkpointSpec = checkpoints.spec();
        output.check();
        Certifact certifact = Certifact.of(command);
        if (output.dryRun) {
            return DryRun.of("complete", inputSpec, output, certifact.settings());
        }
        try (StopSignals signals = StopSignals.open();
                JavaSparkContext spark = Sessions.context("complete");
                ResultDirectory directory = output.open("complete", spark.hadoopConfiguration())) {
            spark.setCheckpointDir(directory.scratch());
            ResultWriter writer = new ResultWriter(directory, output.csv(), solverSpec.center() == Centering.BIAS);
            Report report;
            RunKeeper keeper;
            try (Console console = certifact.console()) {
                CompletionJob job = new CompletionJob(spark, inputSpec, solverSpec, checkpointSpec, signals, console);
                report = job.run(writer);
                keeper = job.keeper();
                writer.writeForPeople("complete", report, certifact.settings());
            }
            directory.publish();
            keeper.published(report.verdict());
            output.announce(report, directory.name());
            return ExitCode.of(report.verdict());
        }
    }
}
