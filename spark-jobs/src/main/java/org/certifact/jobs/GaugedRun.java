package org.certifact.jobs;

import java.io.IOException;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.Report;

/** Runs a factorization with gauges in a session of its own and publishes its result. */
final class GaugedRun {
    private GaugedRun() {}

    static int of(
            String verb,
            MatrixSpec input,
            GaugedSpec options,
            CheckpointArguments checkpoints,
            OutputArguments output,
            Certifact certifact)
            throws IOException {
        Optional<CheckpointSpec> checkpointSpec = checkpoints.spec();
        output.check();
        if (output.dryRun) {
            return DryRun.of(verb, input, output, certifact.settings());
        }
        try (StopSignals signals = StopSignals.open();
                JavaSparkContext spark = Sessions.context(verb);
                ResultDirectory directory = output.open(verb, spark.hadoopConfiguration())) {
            spark.setCheckpointDir(directory.scratch());
            ResultWriter writer = new ResultWriter(directory, output.csv(), false);
            Report report;
            RunKeeper keeper;
            try (Console console = certifact.console()) {
                GaugedJob job = new GaugedJob(spark, input, options, checkpointSpec, signals, console);
                report = job.run(writer);
                keeper = job.keeper();
                writer.writeForPeople(verb, report, certifact.settings());
            }
            directory.publish();
            keeper.published(report.verdict());
            output.announce(report, directory.name());
            return ExitCode.of(report.verdict());
        }
    }
}
