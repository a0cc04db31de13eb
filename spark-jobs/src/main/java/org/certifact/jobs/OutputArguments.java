package org.certifact.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.Report;
import picocli.CommandLine.Option;

/** Options that say where the result goes. */
final class OutputArguments {
    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Result directory on any Hadoop file system; complete or absent, never half. "
                    + "Default: certifact-VERB-TIME here.")
    String output;

    @Option(
            names = "--overwrite",
            description = "Replace a result directory that exists, once the new one is complete.")
    boolean overwrite;

    @Option(
            names = "--export",
            paramLabel = "FORMAT",
            description = "Write the factors in a second format too: csv (rows.csv and columns.csv).")
    String export;

    @Option(
            names = "--print",
            paramLabel = "HOW",
            defaultValue = "TEXT",
            description = "What stands on standard output at the end: text, or json (one line and nothing else). "
                    + "Default: text.")
    PrintFormat print;

    @Option(
            names = "--dry-run",
            description = "Check options, heads of files and the place of the result; say what would be done, and end.")
    boolean dryRun;

    ResultDirectory open(String verb, org.apache.hadoop.conf.Configuration hadoop) {
        String path = output != null
                ? output
                : "certifact-" + verb + "-"
                        + LocalDateTime.now(ZoneId.systemDefault())
                                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
        return ResultDirectory.open(path, overwrite ? Existing.REPLACE : Existing.REFUSE, hadoop);
    }

    void check() {
        if (export != null && !export.equalsIgnoreCase("csv")) {
            throw new BadInputException("--export '" + export + "' is unknown; there is csv");
        }
    }

    /** Says on standard output how a run ended. @param result where its files are */
    void announce(Report report, String result) {
        if (print == PrintFormat.JSON) {
            System.out.println(RunSummary.of(report, result));
        } else {
            System.out.print(ReportText.of(report));
            System.out.printf("result       %s%n", result);
        }
    }

    boolean csv() {
        return export != null;
    }
}
