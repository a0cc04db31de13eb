package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and schedulers see of a run beside its factors. */
class ReportHtmlTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void everyResultHasAPageWithItsVerdictItsFiguresAndItsRows() throws IOException {
        String page =
                Files.readString(SenateResult.CERTIFIED.stored().directory().resolve("report.html"));

        assertThat(page).contains("No factorization of any rank can be better by more than 0.0", "KENNEDY (D MA)");
        assertThat(page.split("<svg ", -1)).as("six figures").hasSize(7);
    }

    @Test
    void theOptionsOfARunAreKeptToRunItAgain() throws IOException {
        Path file = SenateResult.CERTIFIED.stored().directory().resolve("run.conf");

        assertThat(Files.readAllLines(file)).contains("lambda = 20", "export = csv", "# tolerance = 0.001");
        Invocation again = Invocation.of(
                "complete",
                "--config",
                file.toString(),
                "--dry-run",
                "--output",
                directory.resolve("m").toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("lambda = 20 (file)");
    }

    @Test
    void resultsOfOneProblemShareTheBestLowerBound() throws IOException {
        Path page = directory.resolve("page.html");
        Invocation run = Invocation.of(
                "compare",
                SenateResult.CERTIFIED.stored().directory().toString(),
                SenateResult.BOUNDED.stored().directory().toString(),
                "--output",
                page.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("certified", "bounded", "maxRank", "so their objectives do not compare");
        assertThat(page).content().contains("<svg ", "2 runs side by side");
        assertThat(run.out().lines().limit(3)).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aDryRunChecksAndLeavesNothing() throws IOException {
        Path data = Files.writeString(directory.resolve("ratings.csv"), "user,item,rating\n1,10,4\n2,20,3\n");
        Path result = directory.resolve("model");

        Invocation good =
                Invocation.of("complete", "--dry-run", "--input", data.toString(), "--output", result.toString());
        Invocation bad = Invocation.of(
                "complete", "--dry-run", "--input", data.toString(), "--columns", "user,item,stars", "--output", "m");

        assertThat(good.exitCode()).as(good.err()).isZero();
        assertThat(good.out()).contains("1 file, 31 bytes, text", "would write  " + result);
        assertThat(bad.message()).isEqualTo("ratings.csv: line 1: no column 'stars'; there are 3: user, item, rating");
        try (var left = Files.list(directory)) {
            assertThat(left).containsExactly(data);
        }
    }

    @Test
    void aSchedulerReadsOneLineAlsoOfAFailure() throws IOException {
        Invocation run =
                Invocation.of(List.of("complete", "--input", "absent.csv", "--print", "json", "--log-format", "json"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out().lines()).hasSize(1);
        JsonNode summary = JSON.readTree(run.out());
        assertThat(summary.get("exitCode").asInt()).isEqualTo(3);
        assertThat(summary.get("error").asText()).isEqualTo("absent.csv: no such file or directory");
        for (String line : run.err().lines().toList()) {
            assertThat(JSON.readTree(line).get("message").asText()).isNotEmpty();
        }
    }
}
