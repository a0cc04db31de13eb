package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** What lies in the directory of a certified result. */
class ResultTest {
    private static final StoredResult RESULT = SenateResult.CERTIFIED.stored();
    private static final double LAMBDA = 20;

    @Test
    void reportHasTheNamesThatScriptsRelyOn() throws IOException {
        JsonNode report = RESULT.report();

        assertThat(report.fieldNames())
                .toIterable()
                .contains(
                        "verdict",
                        "primal",
                        "dual",
                        "relativeGap",
                        "rank",
                        "lambda",
                        "polar",
                        "heldOut",
                        "seconds",
                        "iterations");
        assertThat(report.get("polar").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("lower", "upper", "kind", "failureProbability");
        assertThat(report.get("iterations"))
                .isNotEmpty()
                .allSatisfy(iteration -> assertThat(iteration.fieldNames())
                        .toIterable()
                        .contains("seconds", "rank", "objective", "relativeGap"));
        assertThat(report.get("heldOut").isNull()).isTrue();
    }

    @Test
    void reportedNumbersAgreeWithEachOther() throws IOException {
        JsonNode report = RESULT.report();
        double primal = RESULT.number("primal");
        double dual = RESULT.number("dual");

        assertThat(report.get("verdict").asText()).isEqualTo("CERTIFIED");
        assertThat(RESULT.number("relativeGap")).isEqualTo((primal - dual) / primal, within(1e-15));
        assertThat(RESULT.number("relativeGap")).isBetween(0.0, 1e-3);
        assertThat(report.get("polar").get("upper").doubleValue())
                .isGreaterThanOrEqualTo(report.get("polar").get("lower").doubleValue())
                .isGreaterThanOrEqualTo(LAMBDA * (1 - 1e-6));
    }

    @Test
    void csvFilesHoldAnIdAndEveryFactorALine() throws IOException {
        int rank = RESULT.report().get("rank").asInt();
        String header = "id"
                + String.join(
                        "", IntStream.range(0, rank).mapToObj(k -> ",f" + k).toList());

        for (String name : List.of("rows.csv", "columns.csv")) {
            assertThat(Files.readAllLines(RESULT.directory().resolve(name)))
                    .hasSize(name.equals("rows.csv") ? 103 : 646)
                    .startsWith(header)
                    .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(rank + 1));
        }
    }

    @Test
    void objectiveOfTheCsvFilesIsTheOneReported() throws IOException {
        Map<String, double[]> u = RESULT.csv("rows.csv");
        Map<String, double[]> v = RESULT.csv("columns.csv");
        double loss = 0;
        for (Vote vote : Vote.all()) {
            double[] row = u.get(vote.senator());
            double[] column = v.get(vote.rollcall());
            double prediction = 0;
            for (int k = 0; k < row.length; k++) {
                prediction += row[k] * column[k];
            }
            loss += 0.5 * (vote.vote() - prediction) * (vote.vote() - prediction);
        }
        double penalty = 0;
        for (int k = 0; k < RESULT.report().get("rank").asInt(); k++) {
            penalty += norm(u, k) * norm(v, k);
        }

        assertThat(RESULT.number("primal")).isEqualTo(loss + LAMBDA * penalty, within(1e-9 * loss));
    }

    private static double norm(Map<String, double[]> factor, int k) {
        return Math.sqrt(
                factor.values().stream().mapToDouble(row -> row[k] * row[k]).sum());
    }

    @Test
    void idsAreNumbersInParquetWhereAllAreWholeNumbersAndElseText() throws IOException {
        try (SparkSession spark = Contents.session()) {
            assertThat(schema(spark, "rows.parquet")).isEqualTo("id STRING,bias DOUBLE,factors ARRAY<DOUBLE>");
            assertThat(schema(spark, "columns.parquet")).isEqualTo("id BIGINT,bias DOUBLE,factors ARRAY<DOUBLE>");
        }
    }

    private static String schema(SparkSession spark, String name) {
        Path file = RESULT.directory().resolve(name);
        return spark.read().parquet(file.toString()).schema().toDDL();
    }

    @Test
    void modelHoldsTheConstants() throws IOException {
        JsonNode model = RESULT.json("model.json");

        assertThat(model.get("mean").doubleValue()).isZero();
        assertThat(model.get("lambda").doubleValue()).isEqualTo(LAMBDA);
        assertThat(model.get("weighting").doubleValue()).isZero();
        assertThat(model.get("center").asText()).isEqualToIgnoringCase("none");
        assertThat(model.get("rank")).isEqualTo(RESULT.report().get("rank"));
    }

    @Test
    void directoryHoldsWhatIsDocumentedAndNothingElse() throws IOException {
        assertThat(RESULT.listing())
                .containsExactly(
                        "columns.csv",
                        "columns.parquet",
                        "model.json",
                        "report.html",
                        "report.json",
                        "rows.csv",
                        "rows.parquet",
                        "run.conf");
    }

    @Test
    void summaryNamesVerdictRankObjectiveGapAndPlace() throws IOException {
        assertThat(SenateResult.CERTIFIED.run().out())
                .contains(
                        "verdict      CERTIFIED",
                        "rank         " + RESULT.report().get("rank"))
                .contains("objective    13799.", "relative gap ", "result       " + RESULT.directory());
    }
}
