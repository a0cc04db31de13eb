package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
    private static final long PATIENCE_SECONDS = 240;

    @TempDir
    private Path directory;

    @Test
    void executorsInProcessesOfTheirOwnReachTheSameObjective() throws Exception {
        StoredResult distributed = new StoredResult(directory.resolve("distributed"));
        StoredResult local = new StoredResult(directory.resolve("local"));

        CommandLineProcess process = CommandLineProcess.start(
                directory.resolve("home"), Map.of("spark.master", "local-cluster[2,1,1024]"), complete(distributed));
        assertThat(process.await(PATIENCE_SECONDS)).as(process.log()).isZero();
        Invocation run = Invocation.of(complete(local));

        assertThat(run.exitCode()).as(run.err()).isZero();
        double primal = local.number("primal");
        assertThat(distributed.number("primal")).isEqualTo(primal, within(1e-8 * primal));
        assertThat(distributed.verdict()).isEqualTo("CERTIFIED");
        assertThat(distributed.report().get("rank")).isEqualTo(local.report().get("rank"));
    }

    private static String[] complete(StoredResult result) {
        return new String[] {
            "complete", "--lambda", "20", "--output", result.directory().toString()
        };
    }
}
