package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in submit-scripts, as a user runs it. */
class LauncherTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    private Path directory;

    private int exitCode;
    private String out;
    private String err;

    @BeforeEach
    void requireThePackagedProgram() {
        assumeTrue(
                Files.exists(ROOT.resolve("spark-jobs/target/certifact.jar")),
                "spark-jobs is not packaged; this test runs in mvn verify");
    }

    @Test
    void helpSaysWhatTheVerbsAre() throws Exception {
        certifact("--help");

        assertThat(exitCode).as(err).isZero();
        assertThat(out).contains("Usage: certifact", "complete", "verify", "inspect", "Exit codes: 0 certified");
    }

    @Test
    void completeCertifiesTheBuiltInVotes() throws Exception {
        StoredResult result = new StoredResult(directory.resolve("model"));
        certifact("complete", "--lambda", "20", "--output", result.directory().toString(), "--master", "local[2]");

        assertThat(exitCode).as(err).isZero();
        assertThat(out).contains("verdict      CERTIFIED", "rank         9", "objective    13799.", "relative gap ");
        assertThat(out).endsWith("result       " + result.directory() + System.lineSeparator());
        assertThat(err).contains("sweep ", "certified").doesNotContain("Exception", " WARN ", " INFO ");
        assertThat(result.verdict()).isEqualTo("CERTIFIED");
    }

    @Test
    void badOptionsAreThreeToTheShell() throws Exception {
        certifact("complete", "--tolerance", "2");

        assertThat(exitCode).as(err).isEqualTo(3);
        assertThat(err).contains("certifact: --tolerance 2.0: must be in (0,1), such as 1e-3");
    }

    private void certifact(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("bash", ROOT.resolve("submit-scripts/certifact").toString()));
        command.addAll(List.of(arguments));
        File outFile = directory.resolve("out.txt").toFile();
        File errFile = directory.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(outFile)
                .redirectError(errFile);
        builder.environment().remove("SPARK_HOME");
        Process process = builder.start();
        boolean done = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!done) {
            process.destroyForcibly();
        }
        out = Files.readString(outFile.toPath());
        err = Files.readString(errFile.toPath());
        assertThat(done).as("done after " + PATIENCE_SECONDS + " s\n" + err).isTrue();
        exitCode = process.exitValue();
    }
}
