package org.certifact.jobs;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.certifact.datasets.PatchMean;
import org.certifact.ml.result.GaugedSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certifact dictionary}. */
@Command(
        name = "dictionary",
        description = "Learns a dictionary in which signals have sparse codes: finds the atoms, their number and the "
                + "codes, and bounds how far the objective is from the best one possible.",
        footer = {
            "",
            "Examples:",
            "  certifact dictionary --input photo.png --patch-size 8 --lambda 4 --sparsity 0.05",
            "  certifact dictionary --input signals.npy --signals rows --nonnegative codes"
        })
final class DictionaryCommand implements Callable<Integer> {
    @Option(
            names = "--sparsity",
            defaultValue = "0.05",
            paramLabel = "GAMMA",
            description = "Weight γ of the l1 norm of an atom's codes beside their l2 norm. Default: ${DEFAULT-VALUE}.")
    private double sparsity;

    @Option(
            names = "--signals",
            paramLabel = "SIDE",
            description = "rows or columns of the matrix are the signals. Default: columns; patches, images and "
                    + "documents are signals whatever is said here.")
    private SignalSide signals;

    @Option(
            names = "--nonnegative",
            defaultValue = "NONE",
            paramLabel = "WHAT",
            description = "none, codes, atoms or both must not be negative. Default: none.")
    private NonnegativePart nonnegative;

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
        GaugedSpec options = options();
        return GaugedRun.of(
                "dictionary",
                input.spec(PatchMean.SUBTRACT, options.seed()),
                options,
                checkpoints,
                output,
                Certifact.of(command));
    }

    private GaugedSpec options() {
        GaugedArguments.require(
                sparsity >= 0 && Double.isFinite(sparsity), "--sparsity " + sparsity + ": must be at least 0");
        boolean codes = nonnegative == NonnegativePart.CODES || nonnegative == NonnegativePart.BOTH;
        boolean atoms = nonnegative == NonnegativePart.ATOMS || nonnegative == NonnegativePart.BOTH;
        return input.signalsAreRows(signals)
                ? solver.spec("dictionary", sparsity, 0, codes, atoms)
                : solver.spec("dictionary", 0, sparsity, atoms, codes);
    }
}
