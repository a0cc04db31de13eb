package org.certifact.jobs;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Runs a factorization with gauges in a session of its own and publishes its result. */
final class GaugedRun {
    private GaugedRun() {}

    static int of(String verb, MatrixSpec input, GaugedSpec options, OutputArguments output, Certifact certifact) throws IOException {
        output.check();
        if (output.dryRun) {
            return DryRun.of(verb, input, output, certifact.settings());
        }
        try (SparkSession spark = Sessions.open(verb);
                ResultDirectory directory =
                        output.open(verb, spark.sparkContext().hadoopConfiguration())) {
            spark.sparkContext().setCheckpointDir(directory.scratch());
            ResultWriter writer = new ResultWriter(directory, output.csv(), false);
            Report report;
            try (Console console = certifact.console()) {
                report = new GaugedJob(spark, input, options, console).run(writer);
                writer.writeForPeople(spark, verb, report, certifact.settings());
            }
            directory.publish();
            output.announce(report, directory.name());
            return ExitCode.of(report.verdict());
        }
    }
}
