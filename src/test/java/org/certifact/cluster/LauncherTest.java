package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in submit-scripts, as a user runs it. */
class LauncherTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void requireThePackagedProgram() {
        LaunchedCommand.requireThePackagedProgram();
    }

    @Test
    void helpSaysWhatTheVerbsAre() throws Exception {
        LaunchedCommand run = certifact("--help");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Usage: certifact", "complete", "verify", "inspect", "Exit codes: 0 certified");
    }

    @Test
    void completeCertifiesTheBuiltInVotes() throws Exception {
        StoredResult result = new StoredResult(directory.resolve("model"));
        LaunchedCommand run = certifact(
                "complete", "--lambda", "20", "--output", result.directory().toString(), "--master", "local[2]");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("verdict      CERTIFIED", "rank         9", "objective    13799.", "relative gap ");
        assertThat(run.out()).endsWith("result       " + result.directory() + System.lineSeparator());
        assertThat(run.err()).contains("sweep ", "certified").doesNotContain("Exception", " WARN ", " INFO ");
        assertThat(result.verdict()).isEqualTo("CERTIFIED");
    }

    @Test
    void badOptionsAreThreeToTheShell() throws Exception {
        LaunchedCommand run = certifact("complete", "--tolerance", "2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("certifact: --tolerance 2.0: must be in (0,1), such as 1e-3");
    }

    private LaunchedCommand certifact(String... arguments) throws Exception {
        return LaunchedCommand.run(directory, "certifact", arguments);
    }
}
