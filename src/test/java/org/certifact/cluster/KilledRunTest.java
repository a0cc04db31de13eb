package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver is killed where it stands, and another goes on from what it left. */
class KilledRunTest {
    private static final long PATIENCE_SECONDS = 240;

    /** More with {@code -Dcertifact.kills=10}. */
    private static final int KILLS = Integer.getInteger("certifact.kills", 1);

    private static final int SEED = 7;

    /** Of the Senate votes at this λ to 1e-7: 16 to 24 sweeps. */
    private static final String[] RUN = {"complete", "--lambda", "20", "--tolerance", "1e-7"};

    @TempDir
    private Path directory;

    @Test
    void theEndIsTheSameWhereverTheDriverIsKilled() throws Exception {
        StoredResult whole = new StoredResult(directory.resolve("whole"));
        Invocation undisturbed =
                Invocation.of(with("--output", whole.directory().toString()));
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();

        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            int certificates = random.nextInt(1, 5);
            int milliseconds = random.nextInt(1500);
            killed(kill, certificates, milliseconds);

            StoredResult resumed = new StoredResult(directory.resolve("resumed" + kill));
            Invocation rest = Invocation.of(with(
                    "--checkpoint-dir",
                    directory.resolve("checkpoints" + kill).toString(),
                    "--resume",
                    "--output",
                    resumed.directory().toString()));
            String moment = milliseconds + " ms after certificate " + certificates + ": " + rest.err();
            assertThat(rest.exitCode()).as(moment).isZero();
            assertThat(resumed.verdict()).as(moment).isEqualTo(whole.verdict());
            double primal = whole.number("primal");
            assertThat(resumed.number("primal")).as(moment).isEqualTo(primal, within(1e-6 * primal));
        }
    }

    private void killed(int kill, int certificates, int milliseconds) throws Exception {
        CommandLineProcess process = CommandLineProcess.start(
                directory.resolve("home" + kill),
                Map.of("spark.master", "local[2]"),
                with(
                        "--checkpoint-dir",
                        directory.resolve("checkpoints" + kill).toString(),
                        "--checkpoint-interval",
                        "every:2",
                        "--output",
                        directory.resolve("killed" + kill).toString()));
        process.awaitPrinted("sweep ", certificates);
        Thread.sleep(milliseconds);
        process.kill();
        process.await(PATIENCE_SECONDS);
    }

    private static String[] with(String... more) {
        return Stream.concat(Stream.of(RUN), Stream.of(more)).toArray(String[]::new);
    }
}
