package org.certifact.jobs;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.NumericType;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.RowNames;
import org.certifact.datasets.TableOptions;
import org.certifact.datasets.TableReader;
import org.certifact.ml.Certifier;
import org.certifact.ml.result.SavedResult;
import scala.Tuple2;

/**
 * Factors that others made, by id: a saved ALSModel, a result directory, or two tables. A Parquet table has a column {@code id} and one that
 * is an array of numbers; any other is read as dense tables are, its rows named or numbered from 1.
 *
 * @param rows rows of U
 * @param columns rows of V
 * @param rank length of both
 */
record GivenFactors(JavaPairRDD<String, double[]> rows, JavaPairRDD<String, double[]> columns, int rank) {

    static GivenFactors read(JavaSparkContext spark, List<String> paths) {
        Configuration hadoop = spark.hadoopConfiguration();
        if (paths.size() == 2) {
            return of(paths, table(spark, paths.get(0)), table(spark, paths.get(1)));
        }
        if (paths.size() != 1) {
            throw new BadInputException(
                    "--factors: " + paths.size() + " given; give a model, or two tables: of the rows, of the columns");
        }
        String path = paths.get(0);
        if (SavedResult.exists(path, "userFactors", hadoop)) {
            return of(paths, parquet(path + "/userFactors"), parquet(path + "/itemFactors"));
        }
        if (SavedResult.exists(path, SavedResult.ROWS, hadoop)) {
            return of(paths, parquet(path + "/" + SavedResult.ROWS), parquet(path + "/" + SavedResult.COLUMNS));
        }
        throw new BadInputException(
                path + ": is neither a saved ALSModel (no userFactors) nor a result of certifact (no "
                        + SavedResult.ROWS + "); of two tables give both: --factors users,items");
    }

    private static GivenFactors of(
            List<String> paths, JavaPairRDD<String, double[]> rows, JavaPairRDD<String, double[]> columns) {
        List<Integer> lengths = rows.union(columns)
                .values()
                .map(values -> values.length)
                .distinct()
                .takeOrdered(2);
        if (lengths.size() != 1) {
            throw new BadInputException(String.join(", ", paths)
                    + (lengths.isEmpty()
                            ? ": no rows"
                            : ": rows have " + lengths.get(0) + " and " + lengths.get(1)
                                    + " values; all rows of both factors must have as many"));
        }
        rows.union(columns).filter(row -> !finite(row._2())).keys().take(1).forEach(id -> {
            throw new BadInputException(
                    String.join(", ", paths) + ": the row of '" + id + "' holds values that are not finite");
        });
        return new GivenFactors(rows, columns, lengths.get(0));
    }

    private static boolean finite(double[] values) {
        double sum = 0;
        for (double x : values) {
            sum += Math.abs(x);
        }
        return Double.isFinite(sum);
    }

    private static JavaPairRDD<String, double[]> table(JavaSparkContext spark, String path) {
        if (path.endsWith(".parquet")) {
            return parquet(path);
        }
        // ids may be numbers, which would pass for values
        RowNames names = path.endsWith(".npy") ? RowNames.NO : RowNames.YES;
        return TableReader.read(spark, List.of(path), TableOptions.defaults().withRowNames(names))
                .rows()
                .mapToPair(row -> new Tuple2<>(row.id(), row.values()));
    }

    private static JavaPairRDD<String, double[]> parquet(String path) {
        Dataset<Row> table = Sessions.sql().read().parquet(path);
        for (var field : table.schema().fields()) {
            if (field.dataType() instanceof ArrayType array && array.elementType() instanceof NumericType) {
                return Certifier.byId(table.select("id", field.name()));
            }
        }
        throw new BadInputException(path + ": no column is an array of numbers; there are "
                + String.join(", ", table.schema().fieldNames()));
    }
}
