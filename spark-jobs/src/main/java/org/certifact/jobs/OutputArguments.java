package org.certifact.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
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

    boolean csv() {
        return export != null;
    }
}
