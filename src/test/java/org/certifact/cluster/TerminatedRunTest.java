package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminatedRunTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path directory;

    @Test
    void aRunThatIsToldToEndLeavesNothingBehind() throws Exception {
        Path results = Files.createDirectory(directory.resolve("results"));
        CommandLineProcess process = CommandLineProcess.start(
                directory.resolve("home"),
                Map.of("spark.master", "local[2]"),
                "complete",
                "--lambda",
                "1",
                "--tolerance",
                "1e-12",
                "--output",
                results.resolve("model").toString());
        while (process.alive() && !process.log().contains("sweep ")) {
            Thread.sleep(100);
        }
        assertThat(process.alive()).as(process.log()).isTrue();
        assertThat(results).isNotEmptyDirectory();
        process.terminate();
        int exitCode = process.await(PATIENCE_SECONDS);

        assertThat(exitCode).as(process.log()).isEqualTo(128 + 15);
        try (Stream<Path> left = Files.walk(results)) {
            assertThat(left).containsExactly(results);
        }
    }
}
