package org.certifact.jobs;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Runs a factorization with gauges in a session of its own and publishes its result. */
final class GaugedRun {
    private GaugedRun() {}

    static int of(String verb, MatrixSpec input, GaugedSpec options, OutputArguments output, List<Setting> settings)
            throws IOException {
        output.check();
        try (SparkSession spark = Sessions.open(verb);
                ResultDirectory directory =
                        output.open(verb, spark.sparkContext().hadoopConfiguration())) {
            spark.sparkContext().setCheckpointDir(directory.scratch());
            ResultWriter writer = new ResultWriter(directory, output.csv(), false);
            Report report;
            try (Console console = Console.open()) {
                report = new GaugedJob(spark, input, options, console).run(writer);
                writer.writePage(spark, report, settings);
            }
            directory.publish();
            System.out.print(ReportText.of(report));
            System.out.printf("result       %s%n", directory.name());
            return ExitCode.of(report.verdict());
        }
    }
}
