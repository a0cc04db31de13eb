package org.certifact.jobs;

import org.certifact.datasets.PlantedRatings;
import org.certifact.datasets.RatingScale;
import picocli.CommandLine.Option;

/** Options that say what generated ratings are like. */
final class PlantedArguments {
    @Option(names = "--rank", paramLabel = "R", description = "Columns of the planted factors. Default: 10.")
    Integer rank;

    @Option(
            names = "--noise",
            paramLabel = "SIGMA",
            description = "Standard deviation of the noise, in stars; what is planted has about 0.9. Default: 0.5.")
    Double noise;

    @Option(
            names = "--row-exponent",
            paramLabel = "A",
            description = "The k-th busiest row has about k^-A of the entries, in [0,3]. Default: 0.7.")
    Double rowExponent;

    @Option(
            names = "--column-exponent",
            paramLabel = "A",
            description = "The k-th most popular column has about k^-A of the entries, in [0,3]. Default: 0.9.")
    Double columnExponent;

    @Option(
            names = "--columns-of-all",
            paramLabel = "N",
            description = "Columns that every row has an entry in. Default: 0.")
    Integer columnsOfAll;

    @Option(names = "--half-stars", description = "Round the values to 0.5, 1, ... 5.")
    boolean halfStars;

    /** Whether any of them was given. */
    boolean given() {
        return rank != null
                || noise != null
                || rowExponent != null
                || columnExponent != null
                || columnsOfAll != null
                || halfStars;
    }

    PlantedRatings spec(int rows, int columns, long entries, long seed) {
        PlantedRatings spec = PlantedRatings.of(rows, columns, entries).withSeed(seed);
        spec = rank == null ? spec : spec.withRank(rank);
        spec = noise == null ? spec : spec.withNoise(noise);
        spec = spec.withExponents(
                rowExponent == null ? spec.rowExponent() : rowExponent,
                columnExponent == null ? spec.columnExponent() : columnExponent);
        spec = columnsOfAll == null ? spec : spec.withColumnsOfAll(columnsOfAll);
        return halfStars ? spec.withScale(RatingScale.HALF_STARS) : spec;
    }
}
