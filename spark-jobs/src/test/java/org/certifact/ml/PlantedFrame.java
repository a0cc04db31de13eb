package org.certifact.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.SharedSpark;

/**
 * Ratings of a planted low-rank matrix as data frames.
 *
 * @param truth users × items
 * @param seen which are rated
 */
record PlantedFrame(double[][] truth, boolean[][] seen) {

    static PlantedFrame of(int users, int items, int rank, double density, long seed) {
        return of(users, items, rank, density, -0.5, seed);
    }

    /** @param least factors are uniform in [least, least + 1] */
    static PlantedFrame of(int users, int items, int rank, double density, double least, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] u = uniform(random, users, rank, least);
        double[][] v = uniform(random, items, rank, least);
        double[][] truth = new double[users][items];
        boolean[][] seen = new boolean[users][items];
        for (int i = 0; i < users; i++) {
            for (int j = 0; j < items; j++) {
                for (int k = 0; k < rank; k++) {
                    truth[i][j] += u[i][k] * v[j][k];
                }
                seen[i][j] = random.nextDouble() < density || j == i % items || i == j % users;
            }
        }
        return new PlantedFrame(truth, seen);
    }

    private static double[][] uniform(SplittableRandom random, int rows, int columns, double least) {
        double[][] x = new double[rows][columns];
        for (double[] row : x) {
            for (int k = 0; k < columns; k++) {
                row[k] = least + random.nextDouble();
            }
        }
        return x;
    }

    /** Whole numbers for ids. */
    Dataset<Row> ratings() {
        return ratings(DataTypes.IntegerType, i -> i, DataTypes.IntegerType, j -> j);
    }

    Dataset<Row> ratings(DataType userType, IntFunction<Object> user, DataType itemType, IntFunction<Object> item) {
        return frame(userType, user, itemType, item, true);
    }

    /** What is not rated. */
    Dataset<Row> unseen() {
        return frame(DataTypes.IntegerType, i -> i, DataTypes.IntegerType, j -> j, false);
    }

    private Dataset<Row> frame(
            DataType userType, IntFunction<Object> user, DataType itemType, IntFunction<Object> item, boolean rated) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < truth[0].length; j++) {
                if (seen[i][j] == rated) {
                    rows.add(RowFactory.create(user.apply(i), item.apply(j), truth[i][j]));
                }
            }
        }
        return SharedSpark.session()
                .createDataFrame(
                        rows,
                        new StructType()
                                .add("user", userType)
                                .add("item", itemType)
                                .add("rating", DataTypes.DoubleType));
    }
}
