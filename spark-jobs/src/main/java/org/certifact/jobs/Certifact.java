package org.certifact.jobs;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.certifact.datasets.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "Exit codes: 0 certified, 2 finished above the tolerance, 3 bad input or options, 1 anything else.",
            "Spark's own options (--master, --driver-memory, --executor-memory, --conf, ...) may stand anywhere."
        },
        subcommands = {
            CompleteCommand.class,
            NmfCommand.class,
            DictionaryCommand.class,
            EncodeCommand.class,
            VerifyCommand.class,
            InspectCommand.class,
            GenerateCommand.class,
            BenchCommand.class
        })
public final class Certifact implements Callable<Integer> {
    /** Kept, so that its level is: netlib reports a missing native library twice, and the report names what is used. */
    private static final Logger NETLIB = Logger.getLogger("dev.ludovic.netlib");

    private Certifact() {}

    public static void main(String[] args) {
        NETLIB.setLevel(Level.SEVERE);
        System.exit(run(args));
    }

    /** Runs a verb. @return the exit code */
    public static int run(String... args) {
        return new CommandLine(new Certifact())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Certifact::refuse)
                .setExecutionExceptionHandler(Certifact::explain)
                .execute(args);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return ExitCode.BAD_INPUT;
    }

    /** One line for a fault of the command line, not buried under the whole usage. */
    private static int refuse(ParameterException fault, String[] arguments) {
        String verb = fault.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("certifact: " + fault.getMessage() + "; see " + verb + " --help");
        UnmatchedArgumentException.printSuggestions(
                fault, fault.getCommandLine().getErr());
        return ExitCode.BAD_INPUT;
    }

    /** One line for a fault of the input, wherever in the cluster it was found; a stack trace for anything else. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Optional<BadInputException> badInput = badInput(failure);
        if (badInput.isPresent()) {
            System.err.println("certifact: " + badInput.get().getMessage());
            return ExitCode.BAD_INPUT;
        }
        System.err.println("certifact: failed: " + failure);
        failure.printStackTrace(System.err);
        return ExitCode.FAILED;
    }

    private static Optional<BadInputException> badInput(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BadInputException bad) {
                return Optional.of(bad);
            }
        }
        return Optional.empty();
    }
}
