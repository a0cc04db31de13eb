package org.certifact.cli;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.certifact.jobs.Certifact;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every verb, as docs/options.md shows them. */
final class OptionsTable {
    private OptionsTable() {}

    static String markdown() {
        return "# Options\n\nMade from the program; a test fails where it is not what the program says. Every option may"
                + " also stand in a file\n(`--config FILE`, lines of `NAME = VALUE`) or in the environment"
                + " (`CERTIFACT_NAME`).\n"
                + Certifact.commandLine().getSubcommands().values().stream()
                        .map(OptionsTable::section)
                        .collect(Collectors.joining());
    }

    private static String section(CommandLine command) {
        CommandSpec verb = command.getCommandSpec();
        String rows = verb.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .map(OptionsTable::row)
                .collect(Collectors.joining());
        return "\n## " + verb.name() + "\n\n"
                + String.join(" ", verb.usageMessage().description()) + "\n\n" + "| option | meaning |\n|---|---|\n"
                + rows;
    }

    private static String row(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        String text = String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))
                .replace("|", "\\|");
        return "| `" + option.longestName() + value + "` | " + text + (option.required() ? " Required." : "") + " |\n";
    }
}
