package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.certifact.cli.Invocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or cannot be written: one clear cause, no half result, nothing lost. */
class FullDiskTest {
    @TempDir
    private Path directory;

    private Path mounted;

    @AfterEach
    void unmount() throws Exception {
        System.clearProperty("spark.local.dir");
        if (mounted != null) {
            new ProcessBuilder("umount", "--lazy", mounted.toString()).start().waitFor();
        }
    }

    @Test
    void aResultThatDoesNotFitLeavesTheEarlierOne() throws Exception {
        Path disk = disk("size=96k");
        Path earlier = Files.createDirectory(disk.resolve("model"));
        Files.writeString(earlier.resolve("report.json"), "{}");
        Invocation run = complete(earlier, "--overwrite");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("No space left on device");
        assertThat(names(disk)).containsExactly("model");
        assertThat(names(earlier)).containsExactly("report.json");
    }

    @Test
    void aScratchDiskThatIsFullEndsTheRun() throws Exception {
        System.setProperty("spark.local.dir", disk("size=64k").toString());
        Invocation run = complete(directory.resolve("model"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("No space left on device");
        assertThat(directory.resolve("model")).doesNotExist();
    }

    @Test
    void aCheckpointThatDoesNotFitEndsTheRunAndLeavesTheEarlierResult() throws Exception {
        Path checkpoints = disk("size=48k");
        Path earlier = Files.createDirectory(directory.resolve("model"));
        Files.writeString(earlier.resolve("report.json"), "{}");
        Invocation run = complete(
                earlier, "--overwrite", "--checkpoint-dir", checkpoints.toString(), "--checkpoint-interval", "every:1");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains("No space left on device", checkpoints.toString());
        assertThat(names(earlier)).containsExactly("report.json");
        assertThat(names(directory)).containsExactly("disk", "model");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaidAtOnce() throws Exception {
        Path readOnly = disk("ro,size=64k").resolve("model");
        Path belowAFile = Files.writeString(directory.resolve("file"), "").resolve("model");

        for (Path target : List.of(readOnly, belowAFile)) {
            Invocation run = complete(target);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(run.err()).startsWith("certifact: " + target + ": cannot be ");
        }
    }

    private static Invocation complete(Path target, String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"complete", "--lambda", "20", "--output", target.toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Invocation.of(all);
    }

    /** A file system in memory, where this user may mount one. */
    private Path disk(String options) throws Exception {
        Path point = Files.createDirectory(directory.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeTrue(mount.waitFor() == 0, "this user may not mount a tmpfs, so there is no small disk to fill");
        mounted = point;
        return point;
    }

    private static List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
