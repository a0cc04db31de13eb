package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.certifact.ml.Certification;
import org.certifact.ml.CertifiedCompletion;
import org.certifact.ml.CertifiedCompletionModel;
import org.certifact.ml.Certifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MovieLens 100K in Spark ML's own tools, in a session with none of the project's settings. */
class CrossValidationTest {
    private static final int FOLDS = 2;

    @TempDir
    private Path directory;

    @Test
    void crossValidationChoosesAModelThatPredictsTheSameInAFreshJvm() throws IOException, InterruptedException {
        assumeTrue(Boolean.getBoolean("certifact.long"), "takes more than a minute; run with -Dcertifact.long=true");
        assumeMovieLens();
        try (SparkSession spark = FreshJvm.session()) {
            Dataset<Row> ratings =
                    folded(FreshJvm.ratings(spark, MovieLens.file())).cache();
            CertifiedCompletion completion = new CertifiedCompletion()
                    .setCenter("bias")
                    .setTolerance(2e-2)
                    .setColdStartStrategy("bias");
            ParamMap[] grid = {
                point(completion, 1, 0.1),
                point(completion, 1, 0.2),
                point(completion, 0.5, 1.5),
                point(completion, 0.5, 3)
            };
            RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("rating");
            CrossValidatorModel chosen = new CrossValidator()
                    .setEstimator(new Pipeline().setStages(new PipelineStage[] {completion}))
                    .setEstimatorParamMaps(grid)
                    .setEvaluator(evaluator)
                    .setNumFolds(FOLDS)
                    .setFoldCol("fold")
                    .setCollectSubModels(true)
                    .fit(ratings);
            for (int fold = 0; fold < FOLDS; fold++) {
                Dataset<Row> kept = ratings.filter("fold = " + fold);
                List<Double> errors = new ArrayList<>();
                for (Model<?> model : chosen.subModels()[fold]) {
                    errors.add(evaluator.evaluate(model.transform(kept)));
                }
                CertifiedCompletionModel biases = completion.fitBaseline(ratings.filter("fold <> " + fold));
                double baseline = evaluator.evaluate(biases.transform(kept));
                System.out.printf("fold %d: held-out RMSE %s, biases alone %.4f%n", fold, errors, baseline);
                assertThat(errors).allMatch(error -> error < 1).anyMatch(error -> error < baseline);
            }

            PipelineModel best = (PipelineModel) chosen.bestModel();
            best.save(directory.resolve("pipeline").toString());
            List<String> here = FreshJvm.predictions(best.transform(ratings));
            assertThat(here).hasSize(100_000);
            assertThat(FreshJvm.predict(
                            directory.resolve("pipeline"), MovieLens.file(), directory.resolve("predictions")))
                    .isEqualTo(here);
        }
    }

    private static Dataset<Row> folded(Dataset<Row> ratings) {
        return ratings.withColumn(
                "fold",
                functions.pmod(functions.hash(functions.col("user"), functions.col("item")), functions.lit(FOLDS)));
    }

    private static ParamMap point(CertifiedCompletion completion, double weighting, double lambda) {
        return new ParamMap()
                .put(completion.weighting().w(weighting), completion.regParam().w(lambda));
    }

    @Test
    void anAlsModelIsCertifiedAndImproved() throws IOException {
        assumeMovieLens();
        try (SparkSession spark = FreshJvm.session()) {
            Dataset<Row> ratings = FreshJvm.ratings(spark, MovieLens.file()).cache();
            var als = new ALS()
                    .setRank(10)
                    .setRegParam(0.1)
                    .setMaxIter(10)
                    .setSeed(1)
                    .setNumBlocks(2)
                    .fit(ratings);
            Certification found = Certifier.certify(als, ratings, "rating", 0.1);
            CertifiedCompletionModel better = new CertifiedCompletion()
                    .setRegParam(0.1)
                    .setTolerance(5e-3)
                    .setInitialModel(CertifiedCompletionModel.of(als, 0.1))
                    .fit(ratings);
            System.out.printf(
                    "%sabove the optimum by %.3f to %.3f %%%n",
                    found,
                    100 * (found.objective() / better.summary().primal() - 1),
                    100 * (found.objective() / better.summary().dual() - 1));
            assertThat(found.directions()).isPositive();
            assertThat(found.lowerBound()).isLessThanOrEqualTo(better.summary().primal());
            // at rank 10 it is some per cent above what more columns reach
            assertThat(found.objective() / better.summary().primal()).isBetween(1.03, 1.07);
        }
    }

    private static void assumeMovieLens() {
        assumeTrue(
                Files.exists(MovieLens.file()),
                "MovieLens 100K is not there; name the folder of ml-100k/u.data with -Dcertifact.data=FOLDER");
    }
}
