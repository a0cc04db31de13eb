package org.certifact.jobs;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.certifact.datasets.PatchMean;
import org.certifact.ml.result.GaugedSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code certifact nmf}. */
@Command(
        name = "nmf",
        description = "Factorizes a non-negative matrix into non-negative parts: finds U, V >= 0 and their rank, "
                + "and bounds how far the objective is from the best one possible.",
        footer = {
            "",
            "Examples:",
            "  certifact nmf --input faces.npy --scale 1/255",
            "  certifact nmf --input counts.mtx --lambda 0.05max",
            "  certifact nmf --input table.csv --missing unobserved --holdout 0.1"
        })
final class NmfCommand implements Callable<Integer> {
    @Mixin
    private MatrixArguments input;

    @Mixin
    private GaugedArguments solver;

    @Mixin
    private CheckpointArguments checkpoints;

    @Mixin
    private OutputArguments output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        GaugedSpec options = solver.nmf();
        return GaugedRun.of(
                "nmf", input.spec(PatchMean.KEEP, options.seed()), options, checkpoints, output, Certifact.of(command));
    }
}
