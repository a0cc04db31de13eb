package org.certifact.jobs;

import java.time.Duration;
import java.util.Locale;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.Holdout;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.LossSpec;
import org.certifact.ml.result.SolverSpec;
import org.certifact.solver.Centering;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.DescentMethod;
import picocli.CommandLine.Option;

/** Options of the model and of the solver. */
final class SolverArguments {
    @Option(
            names = "--lambda",
            defaultValue = "auto",
            paramLabel = "LAMBDA",
            description = "Regularization λ > 0, or auto: chosen on validation entries. Default: ${DEFAULT-VALUE}.")
    String lambda;

    @Option(
            names = "--weighting",
            defaultValue = "0",
            paramLabel = "ALPHA",
            description = "How the penalty of a row or column grows with its number of entries, in [0,1]: 0 is the "
                    + "nuclear norm, 1 the objective of MLlib's ALS. Default: ${DEFAULT-VALUE}.")
    double weighting;

    @Option(
            names = "--center",
            defaultValue = "NONE",
            paramLabel = "HOW",
            description = "What is subtracted first: none, mean, or bias (mean and damped row and column offsets). "
                    + "Default: none.")
    Centering center;

    @Option(
            names = "--loss",
            defaultValue = "squared",
            paramLabel = "LOSS",
            description = "Of an entry: squared; huber, which gross errors do not sway; logistic, for values -1 and 1 "
                    + "or 0 and 1. Default: ${DEFAULT-VALUE}.")
    String loss;

    @Option(
            names = "--huber-threshold",
            paramLabel = "DELTA",
            description = "Residual, in units of the values, beyond which the Huber loss grows like its size and not "
                    + "its square. Default: 1.")
    Double threshold;

    @Option(
            names = "--implicit",
            description = "Values are counts of views and not ratings: 1 is fitted where r > 0, with confidence "
                    + "1 + α|r|, and 0 with confidence 1 in every cell that is not listed. Asks for a --lambda.")
    boolean implicit;

    @Option(names = "--alpha", paramLabel = "ALPHA", description = "α of the confidence of --implicit. Default: 1.")
    Double alpha;

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
            defaultValue = "0",
            paramLabel = "R",
            description = "Columns of a random start; 0 starts from zero and lets the first certificate name the "
                    + "first columns. Default: ${DEFAULT-VALUE}.")
    int initialRank;

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
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--holdout",
            defaultValue = "none",
            paramLabel = "WHICH",
            description = "Entries kept for the final error, never seen in fitting: none, a fraction such as 0.1, "
                    + "every:N (lines N, 2N, ... of each file), or file:PATH. Default: ${DEFAULT-VALUE}.")
    String holdout;

    @Option(
            names = "--validation",
            defaultValue = "0.1",
            paramLabel = "WHICH",
            description = "Training entries on which --lambda auto compares: a fraction or every:N. "
                    + "Default: ${DEFAULT-VALUE}.")
    String validation;

    @Option(
            names = "--descent",
            defaultValue = "MAJORIZED",
            paramLabel = "METHOD",
            description = "Local method: majorized or conjugate_gradient. Default: majorized.")
    DescentMethod descent;

    SolverSpec spec() {
        require(weighting >= 0 && weighting <= 1, "--weighting " + weighting + ": must be in [0,1]");
        require(tolerance > 0 && tolerance < 1, "--tolerance " + tolerance + ": must be in (0,1), such as 1e-3");
        require(maxRank == null || maxRank >= 1, "--max-rank " + maxRank + ": must be at least 1");
        require(initialRank >= 0, "--initial-rank " + initialRank + ": must be at least 0");
        require(
                maxRank == null || initialRank <= maxRank,
                "--initial-rank " + initialRank + " is above --max-rank " + maxRank
                        + "; lower the one or raise the other");
        require(maxSweeps >= 1, "--max-sweeps " + maxSweeps + ": must be at least 1");
        LossSpec lossSpec = implicit ? LossSpec.implicit(loss, threshold, alpha) : LossSpec.parse(loss, threshold);
        require(alpha == null || implicit, "--alpha " + alpha + ": is of --implicit; add that or leave it out");
        if (implicit) {
            requireImplicit();
        }
        require(
                lossSpec.name() != LossName.LOGISTIC || center == Centering.NONE,
                "--center " + center.name().toLowerCase(Locale.ROOT)
                        + ": --loss logistic takes labels, and labels less an offset are none; leave --center out");
        Holdout.parse(holdout);
        require(
                !(Holdout.parse(validation) instanceof Holdout.None)
                        && Holdout.parse(validation).path().isEmpty(),
                "--validation " + validation + ": give a fraction such as 0.1, or every:N");
        return new SolverSpec(
                lambda(),
                weighting,
                center,
                lossSpec,
                holdout,
                validation,
                maxTime == null ? null : seconds("--max-time", maxTime),
                maxSweeps,
                new CompletionSettings(
                        tolerance, maxRank == null ? Integer.MAX_VALUE : maxRank, initialRank, seed, descent));
    }

    /** What implicit feedback leaves no room for. */
    private void requireImplicit() {
        require(
                lambda() != null,
                "--implicit --lambda auto: an error on views kept back says nothing of what was not viewed; give a"
                        + " --lambda");
        require(
                holdout.equalsIgnoreCase("none"),
                "--implicit --holdout " + holdout + ": an error on views kept back says nothing of what was not viewed,"
                        + " and is not computed; leave --holdout out");
        require(
                center == Centering.NONE,
                "--implicit --center " + center.name().toLowerCase(Locale.ROOT)
                        + ": cells that are not listed are 0, and 0 less an offset is none; leave --center out");
    }

    private Double lambda() {
        if (lambda.equalsIgnoreCase("auto")) {
            return null;
        }
        try {
            double value = Double.parseDouble(lambda);
            require(value > 0 && Double.isFinite(value), "--lambda " + lambda + ": must be a number above 0, or auto");
            return value;
        } catch (NumberFormatException e) {
            throw new BadInputException("--lambda '" + lambda + "' is not a number; give a number above 0, or auto");
        }
    }

    /** A time such as 90s, 30m, 2h or 1h30m, in seconds. */
    static double seconds(String option, String text) {
        try {
            String iso = "PT" + text.strip().toUpperCase(Locale.ROOT);
            Duration time = Duration.parse(Character.isDigit(iso.charAt(iso.length() - 1)) ? iso + "S" : iso);
            require(!time.isNegative() && !time.isZero(), option + " " + text + ": must be above 0");
            return time.toMillis() / 1000.0;
        } catch (java.time.format.DateTimeParseException e) {
            throw new BadInputException(option + " '" + text + "' is not a time; give 90s, 30m, 2h or 1h30m");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new BadInputException(message);
        }
    }
}
