package org.certifact.jobs;

import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Holdout;
import org.certifact.ml.result.GaugedSpec;
import picocli.CommandLine.Option;

/** Options of the solver that non-negative factorization and dictionary learning share. */
final class GaugedArguments {
    @Option(
            names = "--lambda",
            defaultValue = "0.1max",
            paramLabel = "LAMBDA",
            description = "Regularization λ > 0, or a share of the λ above which the answer is zero, such as 0.1max. "
                    + "Default: ${DEFAULT-VALUE}.")
    String lambda;

    @Option(
            names = "--tolerance",
            defaultValue = "1e-3",
            paramLabel = "GAP",
            description = "Relative gap to certify, in (0,1). Default: ${DEFAULT-VALUE}.")
    double tolerance;

    @Option(
            names = "--max-rank",
            paramLabel = "R",
            description = "Most columns that the factors may have. Default: no limit; the rank finds itself.")
    Integer maxRank;

    @Option(
            names = "--initial-rank",
            paramLabel = "R",
            description = "Columns of the start, more than are needed; 0 starts from zero. Default: from the "
                    + "relaxation's rank.")
    Integer initialRank;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "Stop after this time with the gap reached: 90s, 30m, 2h. Default: no limit.")
    String maxTime;

    @Option(
            names = "--max-sweeps",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Stop after so many sweeps over the data. Default: ${DEFAULT-VALUE}.")
    int maxSweeps;

    @Option(
            names = "--certify-time",
            defaultValue = "10m",
            paramLabel = "TIME",
            description = "Most time for tightening the lower bound. Default: ${DEFAULT-VALUE}.")
    String certifyTime;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--holdout",
            defaultValue = "none",
            paramLabel = "WHICH",
            description = "Cells kept for the final error and unobserved in fitting: none, or a fraction such as 0.4. "
                    + "Default: ${DEFAULT-VALUE}.")
    String holdout;

    GaugedSpec nmf() {
        return spec("nmf", 0, 0, true, true);
    }

    GaugedSpec spec(String model, double rowSparsity, double columnSparsity, boolean rows, boolean columns) {
        require(tolerance > 0 && tolerance < 1, "--tolerance " + tolerance + ": must be in (0,1), such as 1e-3");
        require(maxRank == null || maxRank >= 1, "--max-rank " + maxRank + ": must be at least 1");
        require(initialRank == null || initialRank >= 0, "--initial-rank " + initialRank + ": must be at least 0");
        require(
                maxRank == null || initialRank == null || initialRank <= maxRank,
                "--initial-rank " + initialRank + " is above --max-rank " + maxRank
                        + "; lower the one or raise the other");
        require(maxSweeps >= 1, "--max-sweeps " + maxSweeps + ": must be at least 1");
        require(
                Holdout.parse(holdout).path().isEmpty(),
                "--holdout " + holdout + ": give a fraction such as 0.1, or every:N");
        boolean share = lambda.endsWith("max");
        double value = number(share ? lambda.substring(0, lambda.length() - 3) : lambda);
        return new GaugedSpec(
                model,
                share ? null : value,
                share ? value : null,
                rowSparsity,
                columnSparsity,
                rows,
                columns,
                holdout,
                maxTime == null ? null : SolverArguments.seconds("--max-time", maxTime),
                maxSweeps,
                SolverArguments.seconds("--certify-time", certifyTime),
                tolerance,
                maxRank,
                initialRank,
                seed);
    }

    private double number(String text) {
        try {
            double value = Double.parseDouble(text);
            require(
                    value > 0 && Double.isFinite(value),
                    "--lambda " + lambda + ": must be a number above 0, or a share such as 0.1max");
            return value;
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    "--lambda '" + lambda + "' is not a number; give a number above 0, or a share such as 0.1max");
        }
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new BadInputException(message);
        }
    }
}
