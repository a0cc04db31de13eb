package org.certifact.ml;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.FactorTable;
import org.certifact.solver.CompletionProblem;
import org.certifact.solver.Factors;
import scala.Tuple2;

/**
 * Certifies factors that others made: how far they are from the best factors of any rank for Σ w ℓ(y, u·v) + ½ λ (Σ d_i^α ‖u_i‖² +
 * Σ d_j^α ‖v_j‖²), whose global optimum is that of {@link CertifiedCompletion}. With the squared loss and α = 1 this is the objective of MLlib's ALS, halved, with λ
 * for its regParam.
 */
public final class Certifier {
    private static final int MOST_POLAR_STEPS = 500;
    private static final int MOST_ATOMS = 32;

    /** How small a relative gap the polar's bound is made tight for: below it tightness would not show. */
    private static final double TIGHT = 1e-4;

    private final BlockMatrix data;
    private final Loss loss;
    private final double lambda;
    private final long seed;

    /** @param data ratings as they are fitted; α is in their row weights @param loss of a rating */
    public Certifier(BlockMatrix data, Loss loss, double lambda, long seed) {
        this.data = data;
        this.loss = loss;
        this.lambda = lambda;
        this.seed = seed;
    }

    /**
     * The certificate of an ALS model.
     *
     * @param ratings that it was fitted to, in columns named as the model names them
     * @param lambda its regParam
     * @throws BadInputException if the model knows other users or items than the ratings
     */
    public static Certification certify(ALSModel model, Dataset<?> ratings, String ratingCol, double lambda) {
        CertifiedCompletion problem = new CertifiedCompletion()
                .setUserCol(model.getUserCol())
                .setItemCol(model.getItemCol())
                .setRatingCol(ratingCol)
                .setRegParam(lambda);
        problem.transformSchema(ratings.select(
                        ratings.col(RatingEntries.quoted(model.getUserCol())),
                        ratings.col(RatingEntries.quoted(model.getItemCol())),
                        ratings.col(RatingEntries.quoted(ratingCol)))
                .schema());
        BlockMatrix data = new CompletionFit(problem, ratings.sparkSession()).matrix(ratings);
        try {
            return new Certifier(data, new SquaredLoss(), lambda, problem.getSeed())
                    .certify(byId(model.userFactors()), byId(model.itemFactors()), model.rank());
        } finally {
            data.unpersist();
        }
    }

    /** Rows of factors by id, of a table whose first column is the id and whose second holds an array of numbers. */
    public static JavaPairRDD<String, double[]> byId(Dataset<Row> table) {
        return table.toJavaRDD()
                .mapToPair(row -> new Tuple2<>(
                        String.valueOf(row.get(0)),
                        row.<Number>getList(1).stream()
                                .mapToDouble(Number::doubleValue)
                                .toArray()));
    }

    /**
     * @param users rows of U by id
     * @param items rows of V by id
     * @throws BadInputException if they lack a user or an item of the data; further ones are counted, for their penalty would be 0
     */
    public Certification certify(JavaPairRDD<String, double[]> users, JavaPairRDD<String, double[]> items, int rank) {
        Factors given = place(users, items, rank);
        double[][] grams = FactorMatrix.weightedGrams(data, given.u(), given.v());
        CompletionProblem problem =
                new CompletionProblem(data, loss, lambda, SpectralPolar.standard(), MOST_POLAR_STEPS);
        Factors balanced = problem.prune(given);
        Certificate certificate = problem.certify(balanced, TIGHT, MOST_ATOMS, seed);
        double penalty = 0.5 * (trace(grams[0], rank) + trace(grams[1], rank));
        double traceNorm = balanced.singularValues()
                .map(s -> java.util.Arrays.stream(s).sum())
                .orElse(0.0);
        // what the factors pay beyond the trace norm of their product; and the squares that pruning rounds away
        double asGiven = certificate.primal() + lambda * (penalty - traceNorm);
        int directions = problem.grow(balanced, certificate.polar().atoms()).rank() - balanced.rank();
        return new Certification(asGiven, certificate, lambda, rank, balanced.rank(), directions);
    }

    /** The factors beside the ids of the data. */
    public Factors place(JavaPairRDD<String, double[]> users, JavaPairRDD<String, double[]> items, int rank) {
        requireAll(users, items);
        return Factors.of(
                        FactorTable.align(users, data.rowIds(), rank), FactorTable.align(items, data.columnIds(), rank))
                .keep();
    }

    private void requireAll(JavaPairRDD<String, double[]> users, JavaPairRDD<String, double[]> items) {
        long noUser = FactorTable.missing(users, data.rowIds());
        long noItem = FactorTable.missing(items, data.columnIds());
        if (noUser + noItem > 0) {
            throw new BadInputException(
                    "the factors lack " + noUser + " of " + data.byRows().rows() + " rows and "
                            + noItem + " of " + data.byColumns().rows()
                            + " columns of the data; give the data that they were fitted to, with the same ids");
        }
    }

    private static double trace(double[] gram, int rank) {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += gram[k * rank + k];
        }
        return sum;
    }
}
