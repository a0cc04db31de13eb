package org.certifact.jobs;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private OutputArguments output;

    @Override
    public Integer call() throws IOException {
        InputSpec inputSpec = input.spec();
        SolverSpec solverSpec = solver.spec();
        output.check();
        try (SparkSession spark = Sessions.open("complete");
                ResultDirectory directory =
                        output.open("complete", spark.sparkContext().hadoopConfiguration());
                Console console = Console.open()) {
            spark.sparkContext().setCheckpointDir(directory.scratch());
            Report report = new CompletionJob(spark, inputSpec, solverSpec, console)
                    .run(new ResultWriter(directory, output.csv(), solverSpec.center() == Centering.BIAS));
            directory.publish();
            console.close();
            print(report, directory.name());
            return ExitCode.of(report.verdict());
        }
    }

    static void print(Report report, String where) {
        System.out.print(ReportText.of(report));
        System.out.printf(Locale.ROOT, "result       %s%n", where);
    }
}
