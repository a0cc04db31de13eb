package org.certifact.jobs;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Checks all that can be known before a run, and says what the run would do. */
final class DryRun {
    private DryRun() {}

    /** @return the exit code */
    static int of(String verb, RunInput input, OutputArguments output, Settings settings) {
        Configuration hadoop = new Configuration();
        String head = input.head(hadoop);
        try (ResultDirectory directory = output.open(verb, hadoop)) {
            List<Setting> said = settings.inForce().stream()
                    .filter(setting -> setting.from() != Setting.Origin.DEFAULT)
                    .toList();
            System.out.printf("would run    certifact %s%n", verb);
            System.out.printf("would read   %s: %s%n", input.title(), head);
            System.out.printf("would write  %s%n", directory.name());
            System.out.printf(
                    "options      %s%n",
                    said.isEmpty()
                            ? "all at their defaults"
                            : said.stream()
                                    .map(setting ->
                                            setting.name() + " = " + setting.value() + " (" + setting.from() + ")")
                                    .collect(Collectors.joining(String.format("%n             "))));
            System.out.println("nothing was done; options, heads of files and the result's place are good");
            return ExitCode.CERTIFIED;
        }
    }
}
