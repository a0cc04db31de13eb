package org.certifact.jobs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.ml.result.SavedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code certifact verify}. */
@Command(
        name = "verify",
        description =
                "Rechecks a result: reads its factors and its data anew, computes the objective, the polar and the "
                        + "gap by another path with a fresh seed, and exits with 0 only where the stored verdict holds.",
        footer = {"", "Examples:", "  certifact verify model", "  certifact verify model --input hdfs:///ratings"})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Result directory.")
    private String directory;

    @Option(names = "--input", paramLabel = "PATH", description = "Where the data are now. Default: where they were.")
    private List<String> paths;

    @Override
    public Integer call() throws IOException {
        try (JavaSparkContext spark = Sessions.context("verify")) {
            SavedResult saved = SavedResult.open(directory, spark.hadoopConfiguration());
            Verification verification = Verification.of(spark, saved, paths);
            verification.lines().forEach(System.out::println);
            return verification.holds() ? ExitCode.CERTIFIED : ExitCode.ABOVE_TOLERANCE;
        }
    }
}
