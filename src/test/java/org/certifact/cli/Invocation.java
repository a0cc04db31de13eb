package org.certifact.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.certifact.jobs.Certifact;

/**
 * One run of the command line inside this process, on two cores.
 *
 * @param exitCode what the shell would get
 * @param out standard output
 * @param err standard error
 */
public record Invocation(int exitCode, String out, String err) {
    private static final Map<String, String> SPARK = Map.of(
            "spark.master", "local[2]",
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1");

    public static Invocation of(List<String> arguments) {
        return of(arguments.toArray(String[]::new));
    }

    public static Invocation of(String... arguments) {
        SPARK.forEach(System::setProperty);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream writtenOut = new ByteArrayOutputStream();
        ByteArrayOutputStream writtenErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(writtenOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(writtenErr, true, StandardCharsets.UTF_8));
            int exitCode = Certifact.run(arguments);
            return new Invocation(
                    exitCode, writtenOut.toString(StandardCharsets.UTF_8), writtenErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            SPARK.keySet().forEach(System::clearProperty);
        }
    }

    /** The message that the run ended with, without the name of the program; empty if there is none. */
    String message() {
        String prefix = "certifact: ";
        return err.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElse("");
    }
}
