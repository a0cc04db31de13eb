package org.certifact.ml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.certifact.matrix.FactorRow;
import org.certifact.ml.result.FactorFiles;
import org.certifact.ml.result.ModelConstants;
import org.certifact.ml.result.ModelFactors;
import org.certifact.solver.Centering;

/** The same generated factors as an ALSModel and as a {@link CertifiedCompletionModel}: who recommends faster, and do they agree? */
public final class RecommendationPeer {
    private static final StructType ALS_SCHEMA = new StructType()
            .add("id", DataTypes.IntegerType, false)
            .add("features", DataTypes.createArrayType(DataTypes.FloatType, false), false);

    private final SparkSession spark;
    private final int rank;
    private final CertifiedCompletionModel ours;
    private final ALSModel theirs;

    /** Generates normal factors, and keeps them in memory in the form that each model has after a fit. */
    public RecommendationPeer(SparkSession spark, int users, int items, int rank, long seed) {
        this.spark = spark;
        this.rank = rank;
        JavaRDD<FactorRow> u = rows(users, seed);
        JavaRDD<FactorRow> v = rows(items, seed + 1);
        ModelConstants constants =
                new ModelConstants(ModelConstants.FORMAT, CompletionFit.FREE, 0, 1, 1, Centering.NONE, rank);
        ours = new CertifiedCompletionModel(
                "ours",
                new ModelFactors(
                        FactorFiles.frame(spark, u, DataTypes.LongType),
                        FactorFiles.frame(spark, v, DataTypes.LongType),
                        constants),
                null);
        theirs = new ALSModel("theirs", rank, als(u), als(v))
                .setUserCol("user")
                .setItemCol("item")
                .setBlockSize(ours.getBlockSize());
    }

    /** Values are floats, so that both models hold the same numbers. */
    private JavaRDD<FactorRow> rows(int count, long seed) {
        int r = rank;
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<Integer> ids = IntStream.range(0, count).boxed().toList();
        JavaRDD<FactorRow> rows = context.parallelize(ids)
                .map(id -> {
                    SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + id);
                    double[] values = new double[r];
                    for (int k = 0; k < r; k++) {
                        values[k] = (float) random.nextGaussian();
                    }
                    return new FactorRow(Integer.toString(id), 0, values);
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        rows.count();
        return rows;
    }

    private Dataset<Row> als(JavaRDD<FactorRow> rows) {
        Dataset<Row> table = spark.createDataFrame(
                        rows.map(row -> RowFactory.create(Integer.parseInt(row.id()), floats(row.factors()))),
                        ALS_SCHEMA)
                .persist(StorageLevel.MEMORY_AND_DISK());
        table.count();
        return table;
    }

    private static Float[] floats(double[] values) {
        Float[] floats = new Float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    /** Recommends to all users. @return seconds */
    public double ours(int count) {
        return seconds(ours.recommendForAllUsers(count));
    }

    /** Recommends to all users. @return seconds */
    public double theirs(int count) {
        return seconds(theirs.recommendForAllUsers(count));
    }

    /** Every row is made, and none kept. */
    private static double seconds(Dataset<Row> recommendations) {
        long begin = System.nanoTime();
        recommendations.write().format("noop").mode("overwrite").save();
        return (System.nanoTime() - begin) * 1e-9;
    }

    /** Of the first users, how many have other items recommended by the other model, ties in float aside. */
    public long different(int users, int count) {
        Map<Long, List<Long>> mine = top(ours.recommendForUserSubset(first(users), count));
        Map<Long, List<Long>> other = top(theirs.recommendForUserSubset(first(users), count));
        return mine.entrySet().stream()
                .filter(e -> !other.get(e.getKey()).equals(e.getValue()))
                .count();
    }

    private Dataset<Row> first(int users) {
        return spark.range(users)
                .select(org.apache.spark.sql.functions.col("id").cast("int").as("user"));
    }

    private static Map<Long, List<Long>> top(Dataset<Row> recommendations) {
        Map<Long, List<Long>> byUser = new HashMap<>();
        for (Row row : recommendations.collectAsList()) {
            List<Row> items = row.getList(1);
            byUser.put(
                    ((Number) row.get(0)).longValue(),
                    items.stream()
                            .map(item -> ((Number) item.get(0)).longValue())
                            .sorted()
                            .collect(Collectors.toList()));
        }
        return byUser;
    }
}
