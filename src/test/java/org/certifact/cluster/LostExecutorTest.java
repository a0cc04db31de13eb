package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An executor that is gone from one moment to the next costs time and nothing else. */
class LostExecutorTest {
    private static final long PATIENCE_SECONDS = 400;

    @TempDir
    private Path directory;

    /** Each moment alone is for -Dcertifact.long=true; the build loses an executor twice in one run. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "DESCENT,RESULT",
                "DESCENT",
                "GROWTH",
                "CERTIFICATE",
                "CHECKPOINT",
                "RESULT",
                "DESCENT,GROWTH,CERTIFICATE,CHECKPOINT,RESULT"
            })
    void theAnswerIsThatOfAnUndisturbedRun(String moments) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "executors are found by /proc, which is not there");
        assumeTrue(
                moments.equals("DESCENT,RESULT") || Boolean.getBoolean("certifact.long"),
                "each moment alone takes half a minute; run with -Dcertifact.long=true");
        StoredResult disturbed = new StoredResult(directory.resolve("disturbed"));
        StoredResult local = new StoredResult(directory.resolve("local"));

        CommandLineProcess process = CommandLineProcess.start(
                directory.resolve("home"), LostExecutors.inACluster(moments), complete(disturbed));
        assertThat(process.await(PATIENCE_SECONDS)).as(process.log()).isZero();
        for (String moment : moments.split(",", -1)) {
            assertThat(process.log()).containsPattern("killed \\d+ at " + moment);
        }
        Invocation run = Invocation.of(complete(local));

        assertThat(run.exitCode()).as(run.err()).isZero();
        double primal = local.number("primal");
        assertThat(disturbed.number("primal")).isEqualTo(primal, within(1e-6 * primal));
        assertThat(disturbed.verdict()).isEqualTo("CERTIFIED");
        assertThat(disturbed.report().get("rank")).isEqualTo(local.report().get("rank"));
    }

    /** Long enough for checkpoints. */
    private static String[] complete(StoredResult result) {
        return new String[] {
            "complete",
            "--lambda",
            "20",
            "--tolerance",
            "1e-6",
            "--output",
            result.directory().toString()
        };
    }
}
