package org.certifact.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.Utils;
import org.certifact.datasets.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certifact bench}. */
@Command(
        name = "bench",
        description =
                "Times Certifact and a peer on the same data in one process, by turns, each until it is within the "
                        + "tolerance of the optimum, and prints medians and ratios.",
        footer = {
            "",
            "Examples:",
            "  certifact bench --input jester.csv --lambda 0.5 --center mean --tolerance 1e-3,1e-4",
            "  certifact bench --generate 100000x20000x10000000 --lambda 0.1 --center mean --output bench.json"
        })
final class BenchCommand implements Callable<Integer> {
    @Mixin
    private BenchArguments arguments;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the figures as JSON too, all runs in full.")
    private Path output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        BenchSpec spec = arguments.spec();
        checkOutput();
        Path scratch = Files.createTempDirectory("certifact-bench");
        try (JavaSparkContext spark = Sessions.context("bench");
                Console console = Certifact.of(command).console()) {
            // both sides cut their lineage there; on a cluster spark.checkpoint.dir has to name a directory that all
            // share
            if (!spark.getCheckpointDir().isPresent() && spark.isLocal()) {
                spark.setCheckpointDir(scratch.toString());
            }
            BenchReport report = new Bench(spark, spec, console).run();
            System.out.print(BenchText.of(report));
            if (output != null) {
                Files.writeString(output, report.toJson());
            }
            return report.comparisons().stream().allMatch(BenchReport.Comparison::certified)
                    ? ExitCode.CERTIFIED
                    : ExitCode.ABOVE_TOLERANCE;
        } finally {
            Utils.deleteRecursively(scratch.toFile());
        }
    }

    private void checkOutput() {
        if (output == null) {
            return;
        }
        Path directory = output.toAbsolutePath().getParent();
        if (Files.exists(output)) {
            throw new BadInputException(output + ": exists already; give another --output");
        }
        if (directory == null || !Files.isWritable(directory)) {
            throw new BadInputException(output + ": its directory does not exist or cannot be written to");
        }
    }
}
