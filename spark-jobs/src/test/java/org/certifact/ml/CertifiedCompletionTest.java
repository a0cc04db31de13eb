package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.certifact.SharedSpark;
import org.certifact.datasets.BadInputException;
import org.certifact.linalg.certify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark's own tests check of ALS's public behaviour, of its replacement. */
class CertifiedCompletionTest {
    private static final PlantedFrame PLANTED = PlantedFrame.of(30, 20, 2, 0.6, 3);

    private static CertifiedCompletion completion() {
        return new CertifiedCompletion().setRegParam(0.01);
    }

    @Test
    void recoversALowRankMatrixAndItsRank() {
        CertifiedCompletionModel model = completion().setRegParam(1e-3).fit(PLANTED.ratings());
        assertThat(model.rank()).isEqualTo(2);
        assertThat(error(model, PLANTED.unseen())).isLessThan(0.01);
        assertThat(model.summary().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(model.summary().relativeGap()).isLessThanOrEqualTo(1e-3);
        assertThat(model.summary().iterations()).anyMatch(i -> i.event().equals("certificate"));
    }

    @Test
    void hasTheObjectiveOfAlsHalved() {
        Dataset<Row> ratings = PLANTED.ratings();
        CertifiedCompletionModel ours = completion().setTolerance(1e-4).fit(ratings);
        ALSModel theirs = new ALS()
                .setRegParam(0.01)
                .setRank(4)
                .setMaxIter(20)
                .setNumBlocks(1)
                .setSeed(1)
                .fit(ratings);
        List<Row> both = ours.setPredictionCol("ours")
                .transform(theirs.setPredictionCol("theirs").transform(ratings))
                .collectAsList();
        assertThat(both)
                .allSatisfy(row -> assertThat(row.<Double>getAs("ours"))
                        .isCloseTo((double) row.<Float>getAs("theirs"), within(2e-2)));
    }

    /** Two groups, each of which views its own half of the items; every third view is missing. */
    @Test
    void implicitPreferencesAreThoseOfAlsAndCertified() {
        Dataset<Row> views = SharedSpark.session()
                .range(24 * 16)
                .selectExpr("int(id / 16) AS user", "int(id % 16) AS item", "1.0 + id % 3 AS rating")
                .where("user % 2 = item % 2 AND (user + 2 * item) % 3 > 0");
        CertifiedCompletionModel ours = completion()
                .setImplicitPrefs(true)
                .setAlpha(2)
                .setTolerance(1e-5)
                .fit(views);
        ALSModel theirs = new ALS()
                .setImplicitPrefs(true)
                .setAlpha(2)
                .setRegParam(0.01)
                .setRank(8)
                .setMaxIter(40)
                .setNumBlocks(1)
                .setSeed(1)
                .fit(views);
        Dataset<Row> cells =
                SharedSpark.session().range(24 * 16).selectExpr("int(id / 16) AS user", "int(id % 16) AS item");

        assertThat(ours.summary().verdict()).isEqualTo(Verdict.CERTIFIED);
        assertThat(ours.setPredictionCol("ours")
                        .transform(theirs.setPredictionCol("theirs").transform(cells))
                        .collectAsList())
                .allSatisfy(row -> assertThat(row.<Double>getAs("ours"))
                        .isCloseTo((double) row.<Float>getAs("theirs"), within(2e-2)));
        assertThatThrownBy(() -> ours.foldInUsers(views, "rating")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLimitOnTheRankIsKept() {
        CertifiedCompletionModel model = completion().setRank(1).fit(PLANTED.ratings());
        assertThat(model.rank()).isEqualTo(1);
        assertThat(model.userFactors().first().getList(2)).hasSize(1);
        assertThat(model.summary().verdict()).isEqualTo(Verdict.BOUNDED);
    }

    @Test
    void factorsAreNonnegativeWhereAsked() {
        PlantedFrame positive = PlantedFrame.of(24, 15, 1, 0.7, 0, 4);
        CertifiedCompletionModel model = new CertifiedCompletion()
                .setNonnegative(true)
                .setWeighting(0)
                .setRegParam(0.3)
                .setTolerance(1e-2)
                .fit(positive.ratings());
        for (Dataset<Row> factors : List.of(model.userFactors(), model.itemFactors())) {
            assertThat(factors.collectAsList())
                    .allSatisfy(row -> assertThat(row.<Double>getList(2)).allMatch(x -> x >= 0));
        }
        assertThat(error(model, positive.unseen())).isLessThan(0.1);
        assertThatThrownBy(() -> completion().setNonnegative(true).fit(positive.ratings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set weighting to 0");
    }

    record Ids(String name, DataType type, IntFunction<Object> id) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Ids> ids() {
        return List.of(
                new Ids("byte", DataTypes.ByteType, i -> (byte) i),
                new Ids("short", DataTypes.ShortType, i -> (short) i),
                new Ids("integer, negative", DataTypes.IntegerType, i -> i - 10),
                new Ids("long beyond integers", DataTypes.LongType, i -> (1L << 40) + i),
                new Ids("string", DataTypes.StringType, i -> "id " + i),
                new Ids("string of digits", DataTypes.StringType, i -> "0" + i),
                new Ids("double", DataTypes.DoubleType, i -> (double) i),
                new Ids("decimal", DataTypes.createDecimalType(12, 2), i -> BigDecimal.valueOf(i)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void idsMayBeOfAnyType(Ids ids) {
        PlantedFrame small = PlantedFrame.of(8, 6, 1, 0.8, 5);
        CertifiedCompletion completion = completion();
        double[] expected = small.ratings().collectAsList().stream()
                .mapToDouble(r -> r.getDouble(2))
                .toArray();
        Dataset<Row> renamed = small.ratings(ids.type(), ids.id(), ids.type(), ids.id());
        CertifiedCompletionModel model = completion.fit(renamed);
        assertThat(predictions(model, renamed)).containsExactly(expected, within(0.05));
        // what looks like an id but is another is unknown
        assertThat(model.setColdStartStrategy("drop")
                        .transform(
                                small.ratings(DataTypes.StringType, i -> "00" + i, DataTypes.StringType, j -> "00" + j))
                        .count())
                .isZero();
    }

    @Test
    void ratingsMayBeOfAnyNumericType() {
        Dataset<Row> ratings = PLANTED.ratings()
                .withColumn("rating", functions.round(functions.col("rating").multiply(5)));
        double[] expected = predictions(completion().setRegParam(0.1).fit(ratings), ratings);
        for (DataType type : List.of(DataTypes.ByteType, DataTypes.createDecimalType(10, 3))) {
            Dataset<Row> other =
                    ratings.withColumn("rating", functions.col("rating").cast(type));
            assertThat(predictions(completion().setRegParam(0.1).fit(other), other))
                    .containsExactly(expected, within(1e-9));
        }
        Dataset<Row> ones = ratings.withColumn("rating", functions.lit(1.0));
        assertThat(predictions(completion().setRatingCol("").fit(ratings), ratings))
                .containsExactly(predictions(completion().fit(ones), ones), within(1e-9));
    }

    @Test
    void columnsMayHaveAnyName() {
        Dataset<Row> ratings = PLANTED.ratings().toDF("who.is", "what is", "`how");
        CertifiedCompletion completion = completion()
                .setUserCol("who.is")
                .setItemCol("what is")
                .setRatingCol("`how")
                .setPredictionCol("how.much");
        assertThat(completion.fit(ratings).transform(ratings).columns())
                .containsExactly("who.is", "what is", "`how", "how.much");
        assertThat(completion.transformSchema(ratings.schema()).fieldNames())
                .containsExactly("who.is", "what is", "`how", "how.much");
    }

    @ParameterizedTest
    @CsvSource({"nan, 4, NaN", "drop, 1, ", "bias, 4, "})
    void unknownUsersAndItemsAreTreatedAsAsked(String strategy, int rows, String expected) {
        CertifiedCompletionModel model = completion().setCenter("bias").fit(PLANTED.ratings());
        Dataset<Row> asked = SharedSpark.session()
                .createDataFrame(
                        List.of(pair(0, 0), pair(0, 999), pair(999, 0), pair(999, 999)),
                        new StructType().add("user", DataTypes.IntegerType).add("item", DataTypes.IntegerType));
        List<Row> found = model.setColdStartStrategy(strategy).transform(asked).collectAsList();
        assertThat(found).hasSize(rows);
        for (Row row : found) {
            boolean known = row.getInt(0) == 0 && row.getInt(1) == 0;
            if (!known && expected != null) {
                assertThat(row.getDouble(2)).isNaN();
            } else {
                assertThat(row.getDouble(2)).isFinite();
            }
            if (row.getInt(0) == 999 && row.getInt(1) == 999 && strategy.equals("bias")) {
                assertThat(row.getDouble(2)).isEqualTo(model.mean());
            }
        }
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        Dataset<Row> ratings = PLANTED.ratings();
        CertifiedCompletionModel model = completion().fit(ratings);
        assertThatThrownBy(() -> completion().fit(ratings.where("user > 1000")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("the data frame has no ratings");
        assertThatThrownBy(() -> completion().fit(ratings.union(ratings.limit(1))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("twice; set duplicates to");
        assertThat(completion()
                        .setDuplicates("mean")
                        .fit(ratings.union(ratings.limit(1)))
                        .rank())
                .isPositive();
        for (String column : List.of("user", "item")) {
            Dataset<Row> holed = ratings.withColumn(column, functions.expr("nullif(" + column + ", 3)"));
            assertThatThrownBy(() -> completion().fit(holed))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage("column '" + column + "': an id is null; leave such rows out");
            assertThatThrownBy(() -> model.transform(holed).count())
                    .hasStackTraceContaining("column '" + column + "': an id is null");
        }
        assertThatThrownBy(() ->
                        completion().fit(ratings.withColumn("rating", functions.expr("if(user = 3, null, rating)"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("by user '3' is null; ratings must be finite");
        assertThatThrownBy(() -> completion().fit(ratings.withColumn("item", functions.expr("item + 0.5"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not a whole number");
        assertThatThrownBy(() -> completion().fit(ratings.withColumn("user", functions.expr("current_date()"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column 'user' is of type date; ids must be");
        assertThatThrownBy(() -> completion().fit(ratings.withColumn("rating", functions.lit("good"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratings must be numbers");
        assertThatThrownBy(() -> completion().fit(ratings.drop("item")))
                .hasMessage("no column 'item'; there are 2: user, rating");
        assertThatThrownBy(() ->
                        completion().setImplicitPrefs(true).setCenter("mean").fit(ratings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("implicitPrefs = true with nonnegative = false, center = mean is not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regParam -1",
                "weighting 2",
                "tolerance 0",
                "maxIter 0",
                "center median",
                "coldStartStrategy guess",
                "rank -1",
                "checkpointInterval 0"
            })
    void invalidParametersAreRefused(String setting) {
        String[] parts = setting.split(" ", 2);
        CertifiedCompletion completion = completion();
        Object value = List.of("center", "coldStartStrategy").contains(parts[0])
                ? parts[1]
                : List.of("maxIter", "rank", "checkpointInterval").contains(parts[0])
                        ? (Object) Integer.valueOf(parts[1])
                        : Double.valueOf(parts[1]);
        assertThatThrownBy(() -> completion.set(completion.getParam(parts[0]), value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parts[0]);
    }

    @Test
    void parametersAreExplainedAndCopied() {
        CertifiedCompletion completion = completion().setCenter("bias");
        assertThat(completion.explainParams())
                .contains("regParam: regularization lambda (default: 0.1, current: 0.01)");
        CertifiedCompletion copy = completion.copy(new org.apache.spark.ml.param.ParamMap()
                .put(completion.weighting().w(0.5)));
        assertThat(copy.getCenter()).isEqualTo("bias");
        assertThat(copy.getWeighting()).isEqualTo(0.5);
        assertThat(copy.uid()).isEqualTo(completion.uid());
        assertThat(completion.getWeighting()).isEqualTo(1);
    }

    private static Row pair(int user, int item) {
        return RowFactory.create(user, item);
    }

    static double error(CertifiedCompletionModel model, Dataset<Row> ratings) {
        return model.transform(ratings)
                .withColumn("error", functions.expr("prediction - rating"))
                .agg(functions.sqrt(functions.avg(functions.pow("error", 2))))
                .first()
                .getDouble(0);
    }

    /** In the order of the frame, whatever order they come in. */
    static double[] predictions(CertifiedCompletionModel model, Dataset<Row> ratings) {
        Dataset<Row> numbered = ratings.withColumn("number", functions.monotonically_increasing_id());
        return model.transform(numbered).sort("number").collectAsList().stream()
                .mapToDouble(row -> row.getAs("prediction"))
                .toArray();
    }
}
