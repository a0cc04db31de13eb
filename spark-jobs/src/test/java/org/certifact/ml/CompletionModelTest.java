package org.certifact.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.certifact.datasets.BadInputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a model once it is fitted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompletionModelTest {
    private static final int USERS = 25;
    private static final int ITEMS = 18;

    /** Solved far enough for its rows to be those of the optimum. */
    private static final CertifiedCompletion COMPLETION = new CertifiedCompletion()
            .setRegParam(0.1)
            .setWeighting(0.5)
            .setCenter("bias")
            .setTolerance(1e-7);

    private PlantedFrame planted;
    private Dataset<Row> ratings;
    private CertifiedCompletionModel model;

    @TempDir
    private Path directory;

    @BeforeAll
    void fit() {
        planted = PlantedFrame.of(USERS, ITEMS, 3, 0.7, 11);
        ratings = planted.ratings(DataTypes.LongType, i -> 100L + i, DataTypes.StringType, j -> "item " + j)
                .cache();
        model = COMPLETION.fit(ratings);
        assertThat(model.rank()).isGreaterThan(1);
    }

    @Test
    void isTheSameAfterItWasSaved() throws IOException {
        model.copy(org.apache.spark.ml.param.ParamMap.empty())
                .setBlockSize(7)
                .setColdStartStrategy("drop")
                .write()
                .overwrite()
                .save(directory.resolve("model").toString());
        CertifiedCompletionModel loaded =
                CertifiedCompletionModel.load(directory.resolve("model").toString());
        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.getBlockSize()).isEqualTo(7);
        assertThat(loaded.getColdStartStrategy()).isEqualTo("drop");
        assertThat(CertifiedCompletionTest.predictions(loaded, ratings))
                .containsExactly(CertifiedCompletionTest.predictions(model, ratings));
        assertThat(loaded.summary().relativeGap()).isEqualTo(model.summary().relativeGap());
        assertThat(loaded.summary().iterations()).isEqualTo(model.summary().iterations());
        assertThat(directory.resolve("model")).isDirectoryContaining(p -> p.endsWith("report.json"));

        COMPLETION.save(directory.resolve("estimator").toString());
        assertThat(CertifiedCompletion.load(directory.resolve("estimator").toString())
                        .explainParams())
                .isEqualTo(COMPLETION.explainParams());
    }

    @Test
    void isAStageOfAPipeline() throws IOException {
        PipelineModel fitted = new Pipeline()
                .setStages(new PipelineStage[] {
                    COMPLETION.copy(new org.apache.spark.ml.param.ParamMap()
                            .put(COMPLETION.tolerance().w(1e-2)))
                })
                .fit(ratings);
        fitted.save(directory.resolve("pipeline").toString());
        Dataset<Row> before = fitted.transform(ratings);
        Dataset<Row> after =
                PipelineModel.load(directory.resolve("pipeline").toString()).transform(ratings);
        assertThat(after.sort("user", "item").collectAsList())
                .isEqualTo(before.sort("user", "item").collectAsList());
    }

    @Test
    void recommendsWhatHasTheHighestPredictions() {
        Map<Long, Map<String, Double>> all = allPredictions();
        for (int blockSize : new int[] {5, 4096}) {
            model.setBlockSize(blockSize);
            List<Row> users = model.recommendForAllUsers(4).collectAsList();
            assertThat(users).hasSize(USERS);
            for (Row row : users) {
                Map<String, Double> own = all.get(row.getLong(0));
                assertThat(names(row)).containsExactlyElementsOf(best(own, Set.of(), 4));
                for (Row item : row.<Row>getList(1)) {
                    assertThat(item.getDouble(1)).isEqualTo(own.get(item.getString(0)));
                }
            }
        }
        assertThat(model.recommendForAllUsers(2).columns()).containsExactly("user", "recommendations");
        assertThat(model.recommendForAllUsers(100).first().getList(1)).hasSize(ITEMS);
        List<Row> items = model.recommendForAllItems(1).collectAsList();
        assertThat(items).hasSize(ITEMS);
        for (Row row : items) {
            long expected = all.entrySet().stream()
                    .max(Comparator.comparingDouble(e -> e.getValue().get(row.getString(0))))
                    .orElseThrow()
                    .getKey();
            assertThat(row.<Row>getList(1).get(0).getLong(0)).isEqualTo(expected);
        }
        assertThat(model.recommendForUserSubset(ratings.where("user in (100, 101)"), 3)
                        .count())
                .isEqualTo(2);
        assertThat(model.recommendForItemSubset(ratings.where("item = 'item 3'"), 3)
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> model.recommendForAllUsers(0)).hasMessageContaining("at least 1");
    }

    @Test
    void piecesOfTheOtherSideGiveWhatTheWholeGives() {
        Map<Long, Map<String, Double>> all = allPredictions();
        double mean = model.mean();
        for (int pieceSize : new int[] {1, 7, ITEMS}) {
            List<Row> users = new Recommendations(mean, 5, pieceSize)
                    .of(model.userFactors(), "user", null, model.itemFactors(), "item", 4)
                    .collectAsList();
            assertThat(users).hasSize(USERS);
            for (Row row : users) {
                assertThat(names(row)).containsExactlyElementsOf(best(all.get(row.getLong(0)), Set.of(), 4));
            }
        }
    }

    @Test
    void recommendsNothingThatWasSeen() {
        Map<Long, Set<String>> seen = new HashMap<>();
        ratings.collectAsList()
                .forEach(row -> seen.computeIfAbsent(row.getLong(0), u -> new HashSet<>())
                        .add(row.getString(1)));
        Map<Long, Map<String, Double>> all = allPredictions();
        for (Row row : model.recommendUnseen(ratings, 3).collectAsList()) {
            assertThat(names(row))
                    .containsExactlyElementsOf(best(all.get(row.getLong(0)), seen.get(row.getLong(0)), 3));
        }
    }

    @Test
    void aUserFoldedInHasTheRowThatFittingGave() {
        Dataset<Row> some = ratings.where("user < 103");
        CertifiedCompletionModel folded = model.foldInUsers(some, "rating");
        assertThat(folded.userFactors().count()).isEqualTo(USERS);
        assertThat(CertifiedCompletionTest.predictions(folded, ratings))
                .containsExactly(CertifiedCompletionTest.predictions(model, ratings), within(1e-6));
        assertThat(folded.hasSummary()).isFalse();
        CertifiedCompletionModel byItem = model.foldInItems(ratings.where("item like 'item 1%'"), "rating");
        assertThat(CertifiedCompletionTest.predictions(byItem, ratings))
                .containsExactly(CertifiedCompletionTest.predictions(model, ratings), within(1e-6));
    }

    @Test
    void aNewUserIsPredictedAsTheOldOneOfTheSameRatings() {
        Dataset<Row> same = ratings.where("user = 107").withColumn("user", org.apache.spark.sql.functions.lit(999L));
        CertifiedCompletionModel folded = model.foldInUsers(same, "rating");
        assertThat(folded.userFactors().count()).isEqualTo(USERS + 1);
        assertThat(CertifiedCompletionTest.predictions(folded, same))
                .containsExactly(CertifiedCompletionTest.predictions(model, ratings.where("user = 107")), within(1e-6));
        assertThatThrownBy(() -> model.foldInUsers(
                        same.withColumn("item", org.apache.spark.sql.functions.lit("item 99")), "rating"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'item 99', which the model does not have");
    }

    @Test
    void aFitMayStartFromAModelOfFewerRatings() {
        CertifiedCompletionModel few = COMPLETION.fit(ratings.where("user <> 107 and item <> 'item 2'"));
        CertifiedCompletionModel warm = COMPLETION
                .copy(org.apache.spark.ml.param.ParamMap.empty())
                .setInitialModel(few)
                .fit(ratings);
        assertThat(warm.summary().primal())
                .isCloseTo(
                        model.summary().primal(), within(1e-5 * model.summary().primal()));
        // where it begins it has next to nothing left to gain
        assertThat(warm.summary().iterations().get(0).objective())
                .isLessThan(1.2 * model.summary().primal())
                .isLessThan(model.summary().iterations().get(0).objective());
        assertThat(warm.userFactors().count()).isEqualTo(USERS);
    }

    private static List<String> names(Row row) {
        return row.<Row>getList(1).stream().map(item -> item.getString(0)).toList();
    }

    private static List<String> best(Map<String, Double> predictions, Set<String> without, int count) {
        return predictions.entrySet().stream()
                .filter(e -> !without.contains(e.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Long, Map<String, Double>> allPredictions() {
        Dataset<Row> pairs = ratings.select("user")
                .distinct()
                .crossJoin(ratings.select("item").distinct());
        Map<Long, Map<String, Double>> all = new HashMap<>();
        model.transform(pairs)
                .collectAsList()
                .forEach(row -> all.computeIfAbsent(row.getLong(0), u -> new HashMap<>())
                        .put(row.getString(1), row.getDouble(2)));
        return all;
    }
}
