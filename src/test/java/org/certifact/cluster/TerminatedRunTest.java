package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIGTERM, once and twice, makes of a run. */
class TerminatedRunTest {
    private static final long PATIENCE_SECONDS = 240;
    private static final String TOLD = "told to end; writing the result reached so far";

    @TempDir
    private Path directory;

    private Path results;
    private StoredResult result;

    @BeforeEach
    void makeRoom() throws Exception {
        results = Files.createDirectory(directory.resolve("results"));
        result = new StoredResult(results.resolve("model"));
    }

    @Test
    void aRunThatIsToldToEndLeavesAResultThatVerifiesAndACheckpoint() throws Exception {
        Path checkpoints = directory.resolve("checkpoints");
        String[] options = {
            "complete", "--lambda", "20", "--tolerance", "1e-7", "--checkpoint-dir", checkpoints.toString()
        };
        CommandLineProcess process = start(with(options, "--checkpoint-interval", "every:1"));
        process.awaitPrinted("sweep ", 2);
        assertThat(process.alive()).as(process.log()).isTrue();
        process.terminate();
        int exitCode = process.await(PATIENCE_SECONDS);

        assertThat(exitCode).as(process.log()).isEqualTo(2);
        assertThat(process.log()).containsOnlyOnce(TOLD).contains("INTERRUPTED: told to end");
        assertThat(result.verdict()).isEqualTo("INTERRUPTED");
        assertThat(result.number("dual")).isLessThan(13799.18577);
        assertThat(result.number("primal")).isGreaterThan(13799.18576);
        try (Stream<Path> left = Files.list(results)) {
            assertThat(left).containsExactly(result.directory());
        }
        Invocation verified = Invocation.of("verify", result.directory().toString());
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("the stored verdict INTERRUPTED holds");

        String[] again = {
            "--resume", "--overwrite", "--output", result.directory().toString()
        };
        Invocation resumed = Invocation.of(with(options, again));
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(result.verdict()).isEqualTo("CERTIFIED");
        assertThat(result.number("primal")).isEqualTo(13799.186349, within(1e-6 * 13799.186349));
        assertThat(result.report().get("resumed").get("sweeps").asInt()).isPositive();
    }

    @Test
    void aRunThatIsToldTwiceLeavesNothingBehind() throws Exception {
        CommandLineProcess process = start("complete", "--lambda", "1", "--tolerance", "1e-12");
        process.awaitPrinted("sweep ", 1);
        assertThat(results).isNotEmptyDirectory();
        process.terminate();
        process.awaitPrinted(TOLD, 1);
        process.terminate();
        int exitCode = process.await(PATIENCE_SECONDS);

        assertThat(exitCode).as(process.log()).isEqualTo(128 + 15);
        assertThat(process.log()).doesNotContain("certifact: failed:");
        try (Stream<Path> left = Files.walk(results)) {
            assertThat(left).containsExactly(results);
        }
    }

    @Test
    void ctrlCOnATerminalLeavesAResultAndSaysWhere() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script of util-linux is not there");
        String[] options = {"complete", "--lambda", "1", "--tolerance", "1e-12"};
        CommandLineProcess process = CommandLineProcess.startOnTerminal(
                directory.resolve("home"),
                Map.of("spark.master", "local[2]"),
                with(options, "--output", result.directory().toString()));
        process.awaitPrinted("sweep 2", 1);
        process.type("\u0003");
        int exitCode = process.await(PATIENCE_SECONDS);

        assertThat(exitCode).as(process.log()).isEqualTo(2);
        assertThat(process.log()).containsOnlyOnce(TOLD).contains("result       " + result.directory());
        assertThat(result.verdict()).isEqualTo("INTERRUPTED");
    }

    private CommandLineProcess start(String... options) throws Exception {
        return CommandLineProcess.start(
                directory.resolve("home"),
                Map.of("spark.master", "local[2]"),
                with(options, "--output", result.directory().toString()));
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
    }
}
