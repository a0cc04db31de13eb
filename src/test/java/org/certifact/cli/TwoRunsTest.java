package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place belongs to one run at a time. */
class TwoRunsTest {
    /** Its process identifier can be nobody's. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    private Path directory;

    @Test
    void theSecondIsRefusedAtOnceAndTheFirstsLockStays() throws IOException {
        Path lock = lock(InetAddress.getLocalHost().getHostName() + " "
                + ProcessHandle.current().pid());
        Invocation second = complete();

        assertThat(second.exitCode()).as(second.err()).isEqualTo(3);
        assertThat(second.message())
                .contains("model: process ", " is writing there; give another --output, or wait (lock ");
        assertThat(directory).isDirectoryContaining(lock::equals).isDirectoryNotContaining("glob:**/model");
    }

    @Test
    void aRunOfAnotherHostCountsWhileItRenewsItsLock() throws IOException {
        lock("elsewhere.example 1");

        assertThat(complete().exitCode()).isEqualTo(3);
    }

    @Test
    void whatAKilledRunLeftBehindIsInNobodysWay() throws IOException {
        lock(InetAddress.getLocalHost().getHostName() + " " + NOBODY);
        Invocation run = complete();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(directory.resolve(".model.lock")).doesNotExist();
        Path old = lock("elsewhere.example 1");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofMinutes(6))));
        assertThat(complete("--overwrite").exitCode()).isZero();
    }

    private Path lock(String holder) throws IOException {
        return Files.writeString(directory.resolve(".model.lock"), holder);
    }

    private Invocation complete(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "complete";
        all[1] = "--lambda";
        all[2] = "30";
        all[3] = "--output";
        all[4] = directory.resolve("model").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return Invocation.of(all);
    }
}
