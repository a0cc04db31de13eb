package org.certifact.jobs;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a run. */
final class Configuration {
    private Configuration() {}

    /** Every option of a verb that was parsed, by name. */
    static List<Setting> of(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option -> option.getValue() != null)
                .map(option -> new Setting(option.longestName().substring(2), text(option), origin(command, option)))
                .sorted(java.util.Comparator.comparing(Setting::name))
                .toList();
    }

    private static String text(OptionSpec option) {
        return option.getValue() instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(option.<Object>getValue());
    }

    private static Setting.Origin origin(CommandSpec command, OptionSpec option) {
        return command.commandLine().getParseResult().hasMatchedOption(option)
                ? Setting.Origin.COMMAND_LINE
                : Setting.Origin.DEFAULT;
    }
}
