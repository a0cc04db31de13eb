package org.certifact.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ExactPath;
import org.certifact.ml.result.Report;

/**
 * A result directory in the making. Everything is written to a hidden directory beside it, which takes its name only when
 * it is complete; an earlier result stays until then.
 */
final class ResultDirectory implements AutoCloseable {
    private final Path target;
    private final Path staging;
    private final FileSystem files;
    private final Existing existing;
    private final OutputLock lock;

    private ResultDirectory(Path target, Path staging, FileSystem files, Existing existing, OutputLock lock) {
        this.lock = lock;
        this.target = target;
        this.staging = staging;
        this.files = files;
        this.existing = existing;
    }

    /** Checks, before any long work, that the directory can be made. */
    static ResultDirectory open(String path, Existing existing, Configuration hadoop) {
        ExactPath.requireNoCredentials(path);
        try {
            Path given = new Path(path);
            FileSystem files = given.getFileSystem(hadoop);
            Path target = files.makeQualified(given);
            if (files.exists(target)) {
                if (existing == Existing.REFUSE) {
                    throw new BadInputException(path + ": exists already; give another --output, or --overwrite");
                }
                if (!files.exists(new Path(target, Report.FILE))
                        && !files.exists(new Path(target, EncodingReport.FILE))) {
                    throw new BadInputException(path + ": exists and is not a result of certifact (it has no "
                            + Report.FILE + "), so it is not overwritten; give another --output");
                }
            }
            Path staging = new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID());
            files.mkdirs(target.getParent());
            OutputLock lock = OutputLock.of(target, files);
            if (!files.mkdirs(staging)) {
                lock.close();
                throw new BadInputException(path + ": cannot be created; check the directory and its permissions");
            }
            files.deleteOnExit(staging); // should the process be told to end before close
            return new ResultDirectory(target, staging, files, existing, lock);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(path + ": cannot be written: " + e.getMessage());
        }
    }

    /** A path inside the directory while it is in the making. */
    String staged(String name) {
        return new Path(staging, name).toString();
    }

    /** The directory while it is in the making. */
    String staging() {
        return staging.toString();
    }

    /** A scratch directory that is not part of the result. */
    String scratch() {
        return new Path(staging, "_scratch").toString();
    }

    Writer writer(String name) {
        return new OutputStreamWriter(stream(name), StandardCharsets.UTF_8);
    }

    OutputStream stream(String name) {
        try {
            return files.create(new Path(staging, name), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the directory its name. */
    void publish() {
        try {
            files.delete(new Path(scratch()), true);
            if (files.exists(target)) {
                if (existing == Existing.REFUSE) {
                    throw new BadInputException(target + ": was created meanwhile; the result was not written over it");
                }
                Path aside = new Path(target.getParent(), "." + target.getName() + ".old." + UUID.randomUUID());
                rename(target, aside);
                rename(staging, target);
                files.delete(aside, true);
            } else {
                rename(staging, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where there is something by then: the other kind of rename would move the one into the other. */
    private void rename(Path from, Path to) throws IOException {
        FileContext.getFileContext(from.toUri(), files.getConf()).rename(from, to);
    }

    /** The name that the result has once published, for people. */
    String name() {
        return target.toUri().getScheme().equals("file") ? target.toUri().getPath() : target.toString();
    }

    /** Removes what was not published. */
    @Override
    public void close() {
        try {
            files.delete(staging, true);
        } catch (IOException e) {
            System.err.println("certifact: " + staging + " could not be removed: " + e.getMessage());
        } finally {
            lock.close();
        }
    }
}
