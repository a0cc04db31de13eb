package org.certifact.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.certifact.datasets.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line with what the environment and a file add: the command line counts before the environment, that before the file. */
final class Settings {
    static final String CONFIG = "--config";

    private static final String PREFIX = "CERTIFACT_";

    /** Options that belong to one run or to none, and not to its description. */
    private static final Set<String> PASSING =
            Set.of("--help", "--version", CONFIG, "--output", "--overwrite", "--dry-run", "--resume");

    private final List<String> commandLine;
    private final CommandSpec verb;
    private final Map<String, Given> given = new LinkedHashMap<>();

    /** Values from elsewhere than the command line. @param place to name in a message */
    private record Given(Setting.Origin from, String place, List<String> values) {}

    private Settings(List<String> commandLine, CommandSpec verb) {
        this.commandLine = commandLine;
        this.verb = verb;
    }

    /** @throws BadInputException if the file or the environment names what no verb has */
    static Settings of(List<String> commandLine, Map<String, String> environment, CommandLine commands) {
        Map<String, CommandLine> verbs = commands.getSubcommands();
        CommandSpec verb = commandLine.stream()
                .filter(verbs::containsKey)
                .findFirst()
                .map(name -> verbs.get(name).getCommandSpec())
                .orElse(commands.getCommandSpec());
        Settings settings = new Settings(commandLine, verb);
        String file = valueOf(CONFIG, commandLine, environment.get(PREFIX + "CONFIG"));
        if (file != null) {
            settings.add(SettingsFile.read(file), verbs);
        }
        settings.add(environment, verbs);
        return settings;
    }

    /** Whether a file or the environment may have a say, and so which options any verb has is to be known. */
    static boolean alsoFromElsewhere(List<String> commandLine, Map<String, String> environment) {
        return valueOf(CONFIG, commandLine, null) != null
                || environment.keySet().stream().anyMatch(variable -> variable.startsWith(PREFIX));
    }

    /** The value of an option among arguments, or else another. */
    static String valueOf(String option, List<String> commandLine, String otherwise) {
        for (int i = 0; i < commandLine.size(); i++) {
            if (commandLine.get(i).startsWith(option + "=")) {
                return commandLine.get(i).substring(option.length() + 1);
            }
            if (commandLine.get(i).equals(option) && i + 1 < commandLine.size()) {
                return commandLine.get(i + 1);
            }
        }
        return otherwise;
    }

    private void add(SettingsFile file, Map<String, CommandLine> verbs) {
        for (SettingsFile.Line line : file.lines()) {
            int dot = line.name().indexOf('.');
            String prefix = dot < 0 ? "" : line.name().substring(0, dot);
            CommandSpec owner = verbs.containsKey(prefix) ? verbs.get(prefix).getCommandSpec() : verb;
            String name = "--"
                    + (owner == verb && !prefix.equals(verb.name())
                            ? line.name()
                            : line.name().substring(dot + 1));
            OptionSpec option = owner.findOption(name);
            if (option == null || option.usageHelp() || option.versionHelp() || name.equals(CONFIG)) {
                throw new BadInputException(file.place(line) + ": " + owner.qualifiedName() + " has no option '"
                        + name.substring(2) + "'" + nearest(name, owner));
            }
            if (owner == verb) {
                add(option, file, line);
            }
        }
    }

    private void add(OptionSpec option, SettingsFile file, SettingsFile.Line line) {
        Given before = given.get(option.longestName());
        if (before != null && !option.isMultiValue()) {
            throw new BadInputException(
                    file.place(line) + ": '" + line.name() + "' was given before, at " + before.place());
        }
        List<String> values = new ArrayList<>(before == null ? List.of() : before.values());
        values.add(line.value());
        given.put(option.longestName(), new Given(Setting.Origin.FILE, file.place(line), values));
    }

    private void add(Map<String, String> environment, Map<String, CommandLine> verbs) {
        environment.forEach((variable, value) -> {
            if (!variable.startsWith(PREFIX)) {
                return;
            }
            String name = "--"
                    + variable.substring(PREFIX.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
            boolean known = verbs.values().stream()
                    .anyMatch(other -> other.getCommandSpec().findOption(name) != null);
            if (!known) {
                // the environment is shared with others, so this is no error
                System.err.println("certifact: " + variable + " in the environment is no option of any verb"
                        + nearest(name, verb));
            } else if (verb.findOption(name) != null && !name.equals(CONFIG)) {
                given.put(name, new Given(Setting.Origin.ENVIRONMENT, variable, List.of(value)));
            }
        });
    }

    private static String nearest(String name, CommandSpec verb) {
        return Nearest.to(name, verb.optionsMap().keySet())
                .map(option -> "; the nearest is '" + option.substring(2) + "'")
                .orElse("");
    }

    /** The command line as it would be if all had been said there. */
    List<String> arguments() {
        List<String> added = new ArrayList<>();
        given.forEach((name, from) -> {
            if (!saidOnCommandLine(name)) {
                from.values().forEach(value -> added.addAll(argument(name, from, value)));
            }
        });
        List<String> all = new ArrayList<>(commandLine);
        all.addAll(commandLine.indexOf(verb.name()) + 1, added);
        return all;
    }

    private List<String> argument(String name, Given from, String value) {
        if (verb.findOption(name).arity().max() > 0) {
            return List.of(name + "=" + value);
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> List.of(name);
            case "false" -> List.of();
            default ->
                throw new BadInputException(
                        from.place() + ": '" + name.substring(2) + "' is '" + value + "'; give true or false");
        };
    }

    private boolean saidOnCommandLine(String name) {
        return commandLine.stream().anyMatch(said -> said.equals(name) || said.startsWith(name + "="));
    }

    /** Where an option was set, for a message; empty where that was the command line. */
    String place(OptionSpec option) {
        Given from = given.get(option.longestName());
        return from == null || saidOnCommandLine(option.longestName()) ? "" : " (" + from.place() + ")";
    }

    /** Every option of the verb, once parsed, by name; several values of one option each by itself. */
    List<Setting> inForce() {
        return verb.options().stream()
                .filter(option -> !PASSING.contains(option.longestName()))
                .flatMap(option -> values(option)
                        .map(value -> new Setting(option.longestName().substring(2), value, origin(option))))
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    private static Stream<String> values(OptionSpec option) {
        Object value = option.getValue();
        if (value instanceof List<?> list) {
            Stream<String> all = list.stream().map(String::valueOf);
            return option.splitRegex().isEmpty() || list.isEmpty() ? all : Stream.of(String.join(",", all.toList()));
        }
        return Stream.ofNullable(value)
                .map(one -> one instanceof Enum<?> name ? name.name().toLowerCase(Locale.ROOT) : one.toString());
    }

    private Setting.Origin origin(OptionSpec option) {
        if (saidOnCommandLine(option.longestName())) {
            return Setting.Origin.COMMAND_LINE;
        }
        Given from = given.get(option.longestName());
        return from == null ? Setting.Origin.DEFAULT : from.from();
    }
}
