package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of submit-scripts in a process of its own, as a user runs it. */
final class LaunchedCommand {
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path out;
    private final Path err;

    private LaunchedCommand(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Skips the test where there is nothing to run. */
    static void requireThePackagedProgram() {
        assumeTrue(
                Files.exists(ROOT.resolve("spark-jobs/target/certifact.jar")),
                "spark-jobs is not packaged; this test runs in mvn verify");
    }

    /** @param directory where it runs @param environment more of it */
    static LaunchedCommand start(Path directory, Map<String, String> environment, String script, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of("bash", ROOT.resolve("submit-scripts").resolve(script).toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        builder.environment().putAll(environment);
        return new LaunchedCommand(builder.start(), out, err);
    }

    /** Runs it to its end. */
    static LaunchedCommand run(Path directory, String script, String... arguments) throws Exception {
        LaunchedCommand command = start(directory, Map.of(), script, arguments);
        command.exitCode();
        return command;
    }

    /** Waits for the end. */
    int exitCode() throws Exception {
        boolean done = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!done) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(done).as("done after " + PATIENCE_SECONDS + " s\n" + err()).isTrue();
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }
}
