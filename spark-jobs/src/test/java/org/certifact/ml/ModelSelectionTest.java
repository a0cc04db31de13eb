package org.certifact.ml;

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
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Spark ML's own tools choose λ: of noiseless data the smaller one, by far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelSelectionTest {
    private static final double SMALL = 0.02;
    private static final double LARGE = 2;

    private final CertifiedCompletion completion =
            new CertifiedCompletion().setWeighting(0).setColdStartStrategy("drop");
    private final RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("rating");
    private final ParamMap[] grid = new ParamGridBuilder()
            .addGrid(completion.regParam(), new double[] {LARGE, SMALL})
            .build();

    private Dataset<Row> ratings;

    @BeforeAll
    void generate() {
        ratings = PlantedFrame.of(30, 25, 2, 0.8, 3).ratings().cache();
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
