package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRecordsTest {
    @TempDir
    private Path directory;

    private Invocation run;
    private StoredResult result;

    @BeforeEach
    void completeWithTwoBadLinesSkipped() throws IOException {
        Path input = directory.resolve("ratings.csv");
        Files.writeString(input, "1,1,NaN\n" + Ratings.csv() + "13,9\n");
        result = new StoredResult(directory.resolve("model"));
        run = Invocation.of(
                "complete",
                "--input",
                input.toString(),
                "--output",
                result.directory().toString(),
                "--lambda",
                "1",
                "--bad-records",
                "skip");
    }

    @Test
    void skippedLinesAreSetAsideWithPlaceAndReasonAndCounted() throws IOException {
        long good = Ratings.csv().lines().count();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(result.directory().resolve("bad-records.txt")))
                .containsExactly(
                        "ratings.csv: line 1: value 'NaN' is not finite: 1,1,NaN",
                        "ratings.csv: line " + (good + 2) + ": has 2 fields, field 3 is needed: 13,9");
        assertThat(run.out()).contains("bad records  2 set aside in bad-records.txt");
        assertThat(result.report().get("data").get("badRecords").asLong()).isEqualTo(2);
        assertThat(result.report().get("data").get("entries").asLong()).isEqualTo(good);
        assertThat(result.listing())
                .containsExactly(
                        "bad-records.txt",
                        "columns.parquet",
                        "model.json",
                        "report.html",
                        "report.json",
                        "rows.parquet",
                        "run.conf");
    }

    @Test
    void verificationSkipsThemToo() {
        Invocation verified = Invocation.of("verify", result.directory().toString());

        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }
}
