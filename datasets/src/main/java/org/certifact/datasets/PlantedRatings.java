package org.certifact.datasets;

import java.io.Serializable;
import java.util.Objects;

/**
 * Ratings that look like people's, and what is planted in them:
 *
 * <pre>
 *   y_ij = 3.5 + 0.4 a_i + 0.5 b_j + 0.6 Σ_k s_k u_ik v_jk + noise · e_ij
 * </pre>
 *
 * <p>a, b and e are standard normal; u and v uniform with mean 0 and variance 1; s_k² ∝ 1/k for k = 1 … rank, with sum 1. Less the noise the
 * matrix has rank {@code rank} + 2 at most. The k-th busiest row has about (k + shift)^-rowExponent of the entries, the k-th most popular column
 * about (k + shift)^-columnExponent, the shift chosen so that neither has more than half of what it could; each row has at least one
 * entry, a column may have none.
 *
 * @param rows rows, with ids from 1
 * @param columns columns, with ids from 1
 * @param entries entries of different cells, exactly that many
 * @param rank columns of the planted factors u and v; 0 plants none
 * @param noise standard deviation of what no factor explains, in stars
 * @param rowExponent of the law of entries a row; 0 gives all rows alike
 * @param columnExponent of the law of entries a column; 0 makes all columns equally popular
 * @param columnsOfAll columns that every row has an entry in
 * @param scale what values there are
 * @param seed of everything random
 */
public record PlantedRatings(
        int rows,
        int columns,
        long entries,
        int rank,
        double noise,
        double rowExponent,
        double columnExponent,
        int columnsOfAll,
        RatingScale scale,
        long seed)
        implements Serializable {
    private static final double STEEPEST = 3;

    /** @throws BadInputException if there are no such data; the message names the options of the command line */
    public PlantedRatings {
        Objects.requireNonNull(scale, "scale");
        require(rows >= 2, "--rows " + rows + ": must be at least 2");
        require(columns >= 2, "--columns " + columns + ": must be at least 2");
        require(
                columnsOfAll >= 0 && columnsOfAll <= columns,
                "--columns-of-all " + columnsOfAll + ": must be between 0 and the number of columns, " + columns);
        long cells = (long) rows * columns;
        long fewest = (long) rows * Math.max(1, columnsOfAll);
        require(
                entries >= fewest && entries <= cells,
                "--entries " + entries + ": " + rows + " x " + columns + " cells hold between " + fewest + " and "
                        + cells
                        + (columnsOfAll > 1
                                ? " with " + columnsOfAll + " columns of all rows"
                                : ", one a row at least"));
        require(
                rank >= 0 && rank <= Math.min(rows, columns),
                "--rank " + rank + ": must be between 0 and the shorter side, " + Math.min(rows, columns));
        require(noise >= 0 && Double.isFinite(noise), "--noise " + noise + ": must be at least 0");
        requireExponent("--row-exponent", rowExponent);
        requireExponent("--column-exponent", columnExponent);
    }

    /** Rank 10, noise 0.5, exponents 0.7 (rows) and 0.9 (columns), real values, seed 1. */
    public static PlantedRatings of(int rows, int columns, long entries) {
        return new PlantedRatings(
                rows, columns, entries, Math.min(10, Math.min(rows, columns)), 0.5, 0.7, 0.9, 0, RatingScale.REAL, 1);
    }

    public PlantedRatings withRank(int other) {
        return new PlantedRatings(
                rows, columns, entries, other, noise, rowExponent, columnExponent, columnsOfAll, scale, seed);
    }

    public PlantedRatings withNoise(double other) {
        return new PlantedRatings(
                rows, columns, entries, rank, other, rowExponent, columnExponent, columnsOfAll, scale, seed);
    }

    public PlantedRatings withExponents(double ofRows, double ofColumns) {
        return new PlantedRatings(rows, columns, entries, rank, noise, ofRows, ofColumns, columnsOfAll, scale, seed);
    }

    public PlantedRatings withColumnsOfAll(int other) {
        return new PlantedRatings(rows, columns, entries, rank, noise, rowExponent, columnExponent, other, scale, seed);
    }

    public PlantedRatings withScale(RatingScale other) {
        return new PlantedRatings(
                rows, columns, entries, rank, noise, rowExponent, columnExponent, columnsOfAll, other, seed);
    }

    public PlantedRatings withSeed(long other) {
        return new PlantedRatings(
                rows, columns, entries, rank, noise, rowExponent, columnExponent, columnsOfAll, scale, other);
    }

    private static void requireExponent(String option, double value) {
        require(value >= 0 && value <= STEEPEST, option + " " + value + ": must be in [0," + STEEPEST + "]");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new BadInputException(message);
        }
    }
}
