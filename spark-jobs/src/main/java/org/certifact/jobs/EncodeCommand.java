package org.certifact.jobs;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.PatchMean;
import org.certifact.ml.result.SavedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certifact encode}. */
@Command(
        name = "encode",
        description =
                "Finds the codes of new signals with the atoms of a result of dictionary or nmf, and writes them to "
                        + "codes.parquet (id, size, indices, values).",
        footer = {"", "Examples:", "  certifact encode model --input other.png --patch-size 8 --output codes"})
final class EncodeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Result directory.")
    private String model;

    @Mixin
    private MatrixArguments input;

    @Mixin
    private OutputArguments output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        output.check();
        if (output.dryRun) {
            return DryRun.of(
                    "encode",
                    input.spec(PatchMean.KEEP, 1),
                    output,
                    Certifact.of(command).settings());
        }
        try (JavaSparkContext spark = Sessions.context("encode")) {
            SavedResult saved = SavedResult.open(model, spark.hadoopConfiguration());
            try (ResultDirectory directory = output.open("encode", spark.hadoopConfiguration())) {
                ResultWriter writer = new ResultWriter(directory, output.csv(), false);
                EncodeJob job = new EncodeJob(spark, saved, input.spec(mean(saved), 1));
                EncodingReport report = job.run(writer);
                directory.publish();
                if (output.print == PrintFormat.JSON) {
                    System.out.println(RunSummary.of(report, directory.name()));
                } else {
                    System.out.print(report.text());
                    System.out.printf("result       %s%n", directory.name());
                }
            }
        }
        return ExitCode.CERTIFIED;
    }

    /** New patches are treated as those that were learned from. */
    private static PatchMean mean(SavedResult saved) {
        return RunInput.of(saved.report()) instanceof MatrixSpec learned ? learned.patchMean() : PatchMean.KEEP;
    }
}
