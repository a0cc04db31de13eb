package org.certifact.jobs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.PlantedRatings;
import org.certifact.solver.Centering;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a comparison. */
final class BenchArguments {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})x(\\d{1,9})x(\\d{1,18})");

    @Mixin
    InputArguments input;

    @Option(
            names = "--generate",
            paramLabel = "ROWSxCOLUMNSxENTRIES",
            description = "Generate the entries instead of reading them, as the verb generate does; the next options "
                    + "say what is planted.")
    String generate;

    @Mixin
    PlantedArguments planted;

    @Option(names = "--lambda", required = true, paramLabel = "LAMBDA", description = "Regularization λ > 0.")
    double lambda;

    @Option(
            names = "--weighting",
            defaultValue = "1",
            paramLabel = "ALPHA",
            description = "As of complete, in [0,1]; MLlib's objective is that of 1. Default: ${DEFAULT-VALUE}.")
    double weighting;

    @Option(
            names = "--center",
            defaultValue = "NONE",
            paramLabel = "HOW",
            description = "What is subtracted first: none or mean. Default: none.")
    Centering center;

    @Option(
            names = "--tolerance",
            split = ",",
            defaultValue = "1e-3",
            paramLabel = "GAP",
            description = "Relative gap to reach, in (0,1); may be repeated or a list. Default: ${DEFAULT-VALUE}.")
    List<Double> tolerances;

    @Option(
            names = "--reference",
            defaultValue = "1e-6",
            paramLabel = "GAP",
            description = "Relative gap to which the optimum is found first, below every tolerance. "
                    + "Default: ${DEFAULT-VALUE}.")
    double reference;

    @Option(
            names = "--runs",
            defaultValue = "5",
            paramLabel = "N",
            description = "Timed runs of each side at each tolerance. Default: ${DEFAULT-VALUE}.")
    int runs;

    @Option(
            names = "--max-iterations",
            defaultValue = "100",
            paramLabel = "N",
            description = "Most iterations of the peer. Default: ${DEFAULT-VALUE}.")
    int mostIterations;

    @Option(
            names = "--peer",
            defaultValue = "MLLIB",
            paramLabel = "WHO",
            description = "mllib, or none for Certifact's figures alone. Default: mllib.")
    Peer peer;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
    long seed;

    BenchSpec spec() {
        require(lambda > 0 && Double.isFinite(lambda), "--lambda " + lambda + ": must be a number above 0");
        require(weighting >= 0 && weighting <= 1, "--weighting " + weighting + ": must be in [0,1]");
        require(
                peer == Peer.NONE || weighting == 1,
                "--weighting " + weighting
                        + ": MLlib minimizes the objective of weighting 1 only; leave it at 1, or give "
                        + "--peer none");
        require(
                center != Centering.BIAS,
                "--center bias: a comparison subtracts none or the mean, because fitting biases is no part of the peer's work");
        for (double tolerance : tolerances) {
            require(
                    tolerance > reference && tolerance < 1,
                    "--tolerance " + tolerance + ": must be below 1 and above --reference " + reference
                            + ", such as 1e-3");
        }
        require(reference > 0, "--reference " + reference + ": must be above 0");
        require(runs >= 1, "--runs " + runs + ": must be at least 1");
        require(mostIterations >= 1, "--max-iterations " + mostIterations + ": must be at least 1");
        return new BenchSpec(
                input.spec(),
                plantedRatings(),
                lambda,
                weighting,
                center,
                List.copyOf(tolerances),
                reference,
                runs,
                mostIterations,
                peer,
                seed);
    }

    private PlantedRatings plantedRatings() {
        if (generate == null) {
            require(
                    !planted.given(),
                    "options of generated ratings are given, but not --generate; give it, or no --rank, "
                            + "--noise, --row-exponent, --column-exponent, --columns-of-all and --half-stars");
            return null;
        }
        require(input.paths.isEmpty(), "--generate and --input are both given; give one");
        Matcher size = SIZE.matcher(generate);
        require(
                size.matches(),
                "--generate '" + generate + "': must be ROWSxCOLUMNSxENTRIES, such as 100000x20000x10000000");
        return planted.spec(
                Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), Long.parseLong(size.group(3)), seed);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new BadInputException(message);
        }
    }
}
