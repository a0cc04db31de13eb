package org.certifact.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;

/**
 * Keeps a second run from working for a place that another works for: a hidden file beside it that names the run. A run
 * that was killed leaves its lock behind; it counts for nothing where its process is known to be gone, and on other hosts
 * once it has not been renewed for some minutes.
 */
final class OutputLock implements AutoCloseable {
    private static final Duration RENEWED = Duration.ofSeconds(30);
    private static final Duration STALE = Duration.ofMinutes(5);

    private final FileSystem files;
    private final Path lock;
    private final ScheduledExecutorService renewal;

    private OutputLock(FileSystem files, Path lock) {
        this.files = files;
        this.lock = lock;
        this.renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "renewal of " + lock);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes the lock of a place.
     *
     * @throws BadInputException if another run has it
     */
    static OutputLock of(Path target, FileSystem files) throws IOException {
        OutputLock taken = new OutputLock(files, new Path(target.getParent(), "." + target.getName() + ".lock"));
        taken.removeIfStale(target);
        taken.take(target);
        var unused = taken.renewal.scheduleAtFixedRate(
                taken::renew, RENEWED.toSeconds(), RENEWED.toSeconds(), TimeUnit.SECONDS);
        return taken;
    }

    private void take(Path target) throws IOException {
        try (var out = files.create(lock, false)) {
            out.write(self().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw refusal(target, "another run");
        }
        files.deleteOnExit(lock);
    }

    private void removeIfStale(Path target) throws IOException {
        if (!files.exists(lock)) {
            return;
        }
        String holder;
        try (var in = files.open(lock)) {
            holder = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Instant renewed = Instant.ofEpochMilli(files.getFileStatus(lock).getModificationTime());
        boolean alive = holder.startsWith(host() + " ")
                ? isAlive(holder.substring(holder.indexOf(' ') + 1))
                : renewed.plus(STALE).isAfter(Instant.now());
        if (alive) {
            throw refusal(
                    target,
                    "process " + holder.substring(holder.indexOf(' ') + 1) + " on "
                            + holder.substring(0, holder.indexOf(' ')));
        }
        files.delete(lock, false);
    }

    private static boolean isAlive(String process) {
        try {
            return ProcessHandle.of(Long.parseLong(process)).isPresent();
        } catch (NumberFormatException e) {
            return false; // cut short: its run did not live to write it
        }
    }

    private BadInputException refusal(Path target, String holder) {
        return new BadInputException(
                target + ": " + holder + " is writing there; give another --output, or wait (lock " + lock + ")");
    }

    private static String self() {
        return host() + " " + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    private void renew() {
        try {
            files.setTimes(lock, System.currentTimeMillis(), -1);
        } catch (IOException e) {
            renewal.shutdown(); // the run itself will meet the fault and say it
        }
    }

    @Override
    public void close() {
        renewal.shutdownNow();
        try {
            files.delete(lock, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
