package org.certifact.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hadoop.fs.FSError;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.UnreadableFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: one verb a job. */
@Command(
        name = "certifact",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Versions.class,
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = ExitCode.BAD_INPUT,
        exitCodeOnExecutionException = ExitCode.FAILED,
        description = "Certified matrix factorization on Apache Spark.",
        footer = {
            "",
            "Exit codes: 0 certified, 2 finished or stopped above the tolerance, 3 bad input or options, 1 anything else.",
            "Spark's own options (--master, --driver-memory, --executor-memory, --conf, ...) may stand anywhere."
        })
public final class Certifact implements Callable<Integer> {
    private static final List<Class<?>> VERBS = List.of(
            CompleteCommand.class,
            NmfCommand.class,
            DictionaryCommand.class,
            EncodeCommand.class,
            VerifyCommand.class,
            CertifyCommand.class,
            InspectCommand.class,
            CompareCommand.class,
            GenerateCommand.class,
            BenchCommand.class,
            RecommendBenchCommand.class,
            CompletionScriptCommand.class);

    /** Kept, so that its level is: netlib reports a missing native library twice, and the report names what is used. */
    private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

    @Option(
            names = Settings.CONFIG,
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description =
                    "Take options that the command line does not give from this file, one NAME = VALUE a line, and"
                            + " from the environment, as CERTIFACT_NAME, which counts before the file.")
    @SuppressWarnings("UnusedVariable") // read before all others, by Settings; declared for the help
    private String config;

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            paramLabel = "HOW",
            defaultValue = "TEXT",
            description = "Lines on standard error: text, or json, one object a line. Default: text.")
    private LogFormat logFormat;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of what failed, and what Spark logs of failed tasks.")
    private boolean verbose;

    private Settings settings;

    private Certifact() {}

    public static void main(String[] args) {
        NETLIB.setLevel(Level.SEVERE);
        // figures are drawn to files alone
        System.setProperty("java.awt.headless", "true");
        System.exit(run(args));
    }

    /** Runs a verb. @return the exit code */
    public static int run(String... args) {
        return new Certifact().execute(List.of(args), System.getenv());
    }

    /** The verbs and their options. */
    public static CommandLine commandLine() {
        return new Certifact().verbs(VERBS);
    }

    private CommandLine verbs(List<Class<?>> some) {
        CommandLine verbs = new CommandLine(this);
        some.forEach(verbs::addSubcommand);
        // an argument that begins with @ is that argument, not a file of more of them
        return verbs.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    }

    /** The verb alone where nothing asks for the others: to look at the options of all takes a third of a second. */
    private static List<Class<?>> needed(List<String> arguments, Map<String, String> environment) {
        List<Class<?>> named = VERBS.stream()
                .filter(verb ->
                        arguments.indexOf(verb.getAnnotation(Command.class).name()) == 0)
                .toList();
        return named.isEmpty() || Settings.alsoFromElsewhere(arguments, environment) ? VERBS : named;
    }

    private int execute(List<String> arguments, Map<String, String> environment) {
        CommandLine verbs = verbs(needed(arguments, environment));
        try {
            settings = Settings.of(arguments, environment, verbs);
            return verbs.setParameterExceptionHandler(this::refuse)
                    .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, arguments))
                    .setExecutionStrategy(this::execute)
                    .execute(settings.arguments().toArray(String[]::new));
        } catch (BadInputException fault) {
            return end(ExitCode.BAD_INPUT, fault.getMessage(), arguments);
        } catch (OutOfMemoryError | StackOverflowError | FSError e) { // the last is Hadoop's word for a full disk
            return explain(e, arguments);
        }
    }

    private int execute(CommandLine.ParseResult parsed) {
        if (verbose) {
            Logging.tellAll();
        }
        logFormat.apply();
        return new CommandLine.RunLast().execute(parsed);
    }

    /** The program that runs a verb. */
    static Certifact of(CommandSpec verb) {
        return (Certifact) verb.root().userObject();
    }

    /** Where the options come from. */
    Settings settings() {
        return settings;
    }

    /** Where progress is shown. */
    Console console() {
        return Console.open(logFormat);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return ExitCode.BAD_INPUT;
    }

    /** One line for a fault of the command line, not buried under the whole usage. */
    private int refuse(ParameterException fault, String[] arguments) {
        CommandSpec verb = fault.getCommandLine().getCommandSpec();
        String place = fault.getArgSpec() instanceof CommandLine.Model.OptionSpec option ? settings.place(option) : "";
        String message =
                fault.getMessage() + place + nearest(fault, verb) + "; see " + verb.qualifiedName() + " --help";
        return end(ExitCode.BAD_INPUT, message, List.of(arguments));
    }

    /** The option or the verb that was probably meant. */
    private static String nearest(ParameterException fault, CommandSpec verb) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String word = unmatched.getUnmatched().get(0).split("=", 2)[0];
        return Nearest.to(
                        word,
                        unmatched.isUnknownOption()
                                ? verb.optionsMap().keySet()
                                : verb.subcommands().keySet())
                .map(known -> "; the nearest is " + known)
                .orElse("");
    }

    /** One line for whatever failed, wherever in the cluster it did. */
    private int explain(Throwable failure, List<String> arguments) {
        if (verbose) {
            failure.printStackTrace(System.err);
        }
        Optional<BadInputException> badInput = badInput(failure);
        if (badInput.isPresent()) {
            return end(ExitCode.BAD_INPUT, badInput.get().getMessage(), arguments);
        }
        if (StopSignals.endingAtOnce()) { // what fails then fails because of that
            return ExitCode.FAILED;
        }
        String where = verbose ? "" : "; --verbose shows where";
        return end(ExitCode.FAILED, "failed: " + FailureText.of(failure) + where, arguments);
    }

    /** Says why there is no result. */
    private int end(int exitCode, String message, List<String> arguments) {
        System.err.println(
                logFormat == LogFormat.JSON
                        ? LogLine.of("ERROR", message, Map.of("exitCode", exitCode))
                        : "certifact: " + message);
        if ("json".equalsIgnoreCase(Settings.valueOf("--print", arguments, null))) {
            System.out.println(RunSummary.ofFailure(exitCode, message));
        }
        return exitCode;
    }

    private static Optional<BadInputException> badInput(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BadInputException bad) {
                return Optional.of(bad);
            }
        }
        return UnreadableFile.behind(failure);
    }
}
