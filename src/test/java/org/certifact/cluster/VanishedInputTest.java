package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.certifact.cli.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input is gone when a lost executor makes it necessary to read it again. */
class VanishedInputTest {
    private static final long PATIENCE_SECONDS = 240;

    @TempDir
    private Path directory;

    @Test
    void theFileThatIsGoneIsNamedAndTheEarlierResultIsLeft() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "executors are found by /proc, which is not there");
        assumeTrue(Boolean.getBoolean("certifact.long"), "takes half a minute; run with -Dcertifact.long=true");
        Path input = directory.resolve("ratings");
        Invocation made = Invocation.of(
                "generate", "--rows", "3000", "--columns", "400", "--entries", "100000", "--output", input.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        Path earlier = Files.createDirectory(directory.resolve("model"));
        Files.writeString(earlier.resolve("report.json"), "{}");

        CommandLineProcess process = CommandLineProcess.start(
                directory.resolve("home"),
                LostExecutors.inACluster("DESCENT"),
                "complete",
                "--input",
                input.toString(),
                "--lambda",
                "5",
                "--overwrite",
                "--output",
                earlier.toString());
        process.awaitPrinted("tolerance ", 1);
        Files.move(input, directory.resolve("elsewhere"));
        int exitCode = process.await(PATIENCE_SECONDS);

        assertThat(exitCode).as(process.log()).isEqualTo(3);
        assertThat(process.log())
                .containsPattern("certifact: .*" + input + ".*: was there when the run began, and is there no longer");
        assertThat(earlier).isDirectoryContaining(file -> file.endsWith("report.json"));
        assertThat(Files.readString(earlier.resolve("report.json"))).isEqualTo("{}");
    }
}
