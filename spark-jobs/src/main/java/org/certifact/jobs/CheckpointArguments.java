package org.certifact.jobs;

import java.util.Optional;
import org.certifact.datasets.BadInputException;
import picocli.CommandLine.Option;

/** Options that say whether a run keeps what it needs to go on. */
final class CheckpointArguments {
    @Option(
            names = "--checkpoint-dir",
            paramLabel = "DIR",
            description = "Keep what the run needs to go on in this directory, on any Hadoop file system, which all "
                    + "executors share. Default: nothing is kept.")
    String directory;

    @Option(
            names = "--checkpoint-interval",
            defaultValue = "5m",
            paramLabel = "INTERVAL",
            description = "Time between checkpoints, such as 30s or 5m, or every:N for one every N sweeps. "
                    + "Default: ${DEFAULT-VALUE}.")
    String interval;

    @Option(
            names = "--resume",
            description = "Go on from the newest good checkpoint in --checkpoint-dir; begin at the beginning if there "
                    + "is none.")
    boolean resume;

    /** Empty where nothing is kept. */
    Optional<CheckpointSpec> spec() {
        if (directory == null) {
            if (resume) {
                throw new BadInputException("--resume: give the --checkpoint-dir of the run that is to go on");
            }
            return Optional.empty();
        }
        return Optional.of(
                interval.startsWith("every:")
                        ? new CheckpointSpec(directory, Double.POSITIVE_INFINITY, sweeps(), resume)
                        : new CheckpointSpec(
                                directory,
                                SolverArguments.seconds("--checkpoint-interval", interval),
                                Integer.MAX_VALUE,
                                resume));
    }

    private int sweeps() {
        try {
            int sweeps = Integer.parseInt(interval.substring("every:".length()));
            if (sweeps >= 1) {
                return sweeps;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadInputException(
                "--checkpoint-interval " + interval + ": give a time, or every:N with N at least 1");
    }
}
