package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.certifact.ml.CertifiedCompletion;
import org.certifact.ml.CertifiedCompletionModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line saves is a model of Spark ML, and the other way round. */
class SavedModelTest {
    @TempDir
    private Path directory;

    @Test
    @SuppressWarnings("try") // the session is there for the models
    void aResultLoadsAsAModelAndIsVerifiedWhenSavedAgain() throws IOException {
        StoredResult stored = SenateResult.CERTIFIED.stored();
        Path again = directory.resolve("again");
        try (SparkSession spark = session()) {
            CertifiedCompletionModel model =
                    CertifiedCompletionModel.load(stored.directory().toString());
            assertThat(model.rank()).isEqualTo(9);
            assertThat(model.summary().relativeGap()).isEqualTo(stored.number("relativeGap"));
            Map<String, double[]> rows = stored.csv("rows.csv");
            assertThat(model.userFactors().count()).isEqualTo(rows.size());
            var first = model.userFactors().first();
            assertThat(first.<Double>getList(2).stream().mapToDouble(x -> x).toArray())
                    .containsExactly(rows.get(String.valueOf(first.get(0))));
            model.save(again.toString());
        }
        Invocation verified = Invocation.of("verify", again.toString());
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void aModelOfADataFrameIsAResultThatIsVerifiedAgainstNamedData() throws IOException {
        Path ratings = Files.writeString(directory.resolve("ratings.csv"), Ratings.csv());
        Path model = directory.resolve("model");
        try (SparkSession spark = session()) {
            new CertifiedCompletion()
                    .setCenter("bias")
                    .fit(spark.read()
                            .schema("user INT, item INT, rating DOUBLE")
                            .csv(ratings.toString()))
                    .save(model.toString());
        }
        Invocation inspected = Invocation.of("inspect", model.toString());
        assertThat(inspected.exitCode()).as(inspected.err()).isZero();
        assertThat(inspected.out()).contains("verdict      CERTIFIED", "ratings of a data frame", "center bias");

        Invocation unnamed = Invocation.of("verify", model.toString());
        assertThat(unnamed.exitCode()).isEqualTo(3);
        assertThat(unnamed.message()).contains("was fitted to a data frame", "--input");

        Invocation verified = Invocation.of("verify", model.toString(), "--input", ratings.toString());
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    /** As a user's program has it, with none of the project's settings. */
    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
