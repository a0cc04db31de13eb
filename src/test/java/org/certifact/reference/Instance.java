package org.certifact.reference;

import java.util.List;

/**
 * A problem whose optimum is known: computed independently, by another program, to a relative gap of 1e-8.
 *
 * @param options of the command line
 * @param attained a primal value; the optimum is at most this
 * @param rank singular values above 1e-4 of the largest
 */
record Instance(String name, List<String> options, double attained, int rank) {
    static final Instance SENATE_20 = senate(20, 13799.186352385348, 9);
    static final Instance SENATE_8 = senate(8, 8425.382783660138, 69);
    static final Instance MOVIELENS_30 = movieLens(30, 0, 56404.78549262639, 7);
    static final Instance MOVIELENS_20 = movieLens(20, 0, 51290.267831813566, 37);
    static final Instance MOVIELENS_WEIGHTED = movieLens(0.2, 1, 53707.4073594308, 14);

    /** Votes of the 109th Senate as they are, all 62,857. */
    private static Instance senate(double lambda, double attained, int rank) {
        return new Instance("Senate, lambda " + lambda, List.of("--lambda", Double.toString(lambda)), attained, rank);
    }

    /** MovieLens 100K, all ratings less their mean. */
    private static Instance movieLens(double lambda, double weighting, double attained, int rank) {
        return new Instance(
                "MovieLens 100K, lambda " + lambda + ", weighting " + weighting,
                List.of(
                        "--input",
                        MovieLens.file().toString(),
                        "--center",
                        "mean",
                        "--lambda",
                        Double.toString(lambda),
                        "--weighting",
                        Double.toString(weighting)),
                attained,
                rank);
    }

    @Override
    public String toString() {
        return name;
    }
}
