package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.certifact.ml.CertifiedCompletion;
import org.certifact.ml.CertifiedCompletionModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Spark ML's own tools choose λ: of noiseless data the smaller one, by far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelSelectionTest {
    private static final double SMALL = 0.5;
    private static final double LARGE = 8;

    private final CertifiedCompletion completion =
            new CertifiedCompletion().setWeighting(0).setColdStartStrategy("drop");
    private final RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("rating");
    private final ParamMap[] grid = new ParamGridBuilder()
            .addGrid(completion.regParam(), new double[] {LARGE, SMALL})
            .build();

    private SparkSession spark;
    private Dataset<Row> ratings;

    /** Of rank two, a fifth of it not seen. */
    @BeforeAll
    void generate() {
        spark = FreshJvm.session();
        ratings = spark.sql("select user, item, sin(user) * cos(3 * item) + cos(2 * user) * sin(item) as rating"
                        + " from (select id as user from range(30)) cross join (select id as item from range(25))"
                        + " where pmod(hash(user, item), 5) > 0")
                .cache();
    }

    @AfterAll
    void stop() {
        spark.stop();
    }

    @Test
    void trainValidationSplitChoosesAndTheModelCanBeUsed() {
        TrainValidationSplitModel chosen = new TrainValidationSplit()
                .setEstimator(completion)
                .setEstimatorParamMaps(grid)
                .setEvaluator(evaluator)
                .setTrainRatio(0.8)
                .setSeed(1)
                .fit(ratings);

        assertThat(chosen.validationMetrics()[1]).isLessThan(0.5 * chosen.validationMetrics()[0]);
        CertifiedCompletionModel best = (CertifiedCompletionModel) chosen.bestModel();
        assertThat(best.summary().lambda()).isEqualTo(SMALL);
        assertThat(best.summary().relativeGap()).isLessThanOrEqualTo(completion.getTolerance());
        assertThat(chosen.transform(ratings).count()).isEqualTo(ratings.count());
    }

    @Test
    void crossValidationReportsTheMeanOfItsFolds() {
        Dataset<Row> folded = ratings.withColumn(
                "fold", functions.pmod(functions.hash(functions.col("user"), functions.col("item")), functions.lit(2)));
        CrossValidatorModel chosen = new CrossValidator()
                .setEstimator(completion)
                .setEstimatorParamMaps(grid)
                .setEvaluator(evaluator)
                .setNumFolds(2)
                .setFoldCol("fold")
                .setCollectSubModels(true)
                .fit(folded);

        for (int point = 0; point < grid.length; point++) {
            double sum = 0;
            for (int fold = 0; fold < 2; fold++) {
                Model<?> model = chosen.subModels()[fold][point];
                sum += evaluator.evaluate(model.transform(folded.filter("fold = " + fold)));
            }
            assertThat(sum / 2).isEqualTo(chosen.avgMetrics()[point], within(1e-12));
        }
        assertThat(chosen.avgMetrics()[1]).isLessThan(0.5 * chosen.avgMetrics()[0]);
        assertThat(((CertifiedCompletionModel) chosen.bestModel()).summary().lambda())
                .isEqualTo(SMALL);
    }
}
