package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} passes what holds and nothing else. */
class VerifyTest {
    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 2;
    private static final int BAD_INPUT = 3;

    @TempDir
    private Path directory;

    @Test
    void anUntouchedCertifiedResultHolds() {
        Invocation run = verify(SenateResult.CERTIFIED.stored());

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(HOLDS);
        assertThat(run.out()).contains("the stored verdict CERTIFIED holds").doesNotContain("FAIL");
    }

    @Test
    void anUntouchedBoundedResultHoldsByItsWitness() throws IOException {
        StoredResult bounded = SenateResult.BOUNDED.stored();
        Invocation run = verify(bounded);

        assertThat(bounded.report().get("dualWitness").asBoolean()).isTrue();
        assertThat(bounded.listing()).contains("witness-columns.parquet", "witness-rows.parquet");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(HOLDS);
        assertThat(run.out()).contains("the stored verdict BOUNDED holds").doesNotContain("FAIL");
    }

    @Test
    void oneNumberChangedByAMillionthFails() throws IOException {
        StoredResult changed = SenateResult.CERTIFIED.stored().copy(directory.resolve("changed"));
        ParquetFactor.of(changed, "rows.parquet").scaleOneNumber(1 + 1e-6);
        Invocation run = verify(changed);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(DOES_NOT_HOLD);
        assertThat(run.out())
                .contains("FAIL  fingerprint of the factors", "the stored verdict CERTIFIED does NOT hold");
    }

    @Test
    void aForgedFingerprintDoesNotHideAChange() throws IOException {
        StoredResult forged = SenateResult.CERTIFIED.stored().copy(directory.resolve("forged"));
        ParquetFactor.of(forged, "columns.parquet").scaleOneNumber(1.5);
        String fingerprint = verify(forged)
                .out()
                .lines()
                .filter(line -> line.startsWith("FAIL  fingerprint"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.joining());
        forged.edit(report -> report.put("fingerprint", fingerprint));
        Invocation run = verify(forged);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(DOES_NOT_HOLD);
        assertThat(run.out()).contains("ok    fingerprint of the factors", "FAIL  objective");
    }

    @Test
    void dataWithOneVoteTurnedFail() throws IOException {
        Path votes = directory.resolve("votes.csv");
        Files.writeString(votes, csv("\"BUSH (R USA)\",2,1\n", "\"BUSH (R USA)\",2,-1\n"));
        Invocation run = verify(SenateResult.CERTIFIED.stored(), "--input", votes.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(DOES_NOT_HOLD);
        assertThat(run.out()).contains("FAIL  objective");
    }

    @Test
    void theSameDataFromAFileHold() throws IOException {
        Path votes = Files.writeString(directory.resolve("votes.csv"), csv("", ""));
        Invocation run = verify(SenateResult.CERTIFIED.stored(), "--input", votes.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(HOLDS);
    }

    @Test
    void dataWithAnUnknownRowAreBadInput() throws IOException {
        Path votes = Files.writeString(directory.resolve("votes.csv"), csv("BUSH (R USA)", "SHRUB (R USA)"));
        StoredResult result = SenateResult.CERTIFIED.stored();
        Invocation run = verify(result, "--input", votes.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(BAD_INPUT);
        assertThat(run.message())
                .isEqualTo(result.directory() + ": the data have rows or columns that the result does not have;"
                        + " name the data that were factorized with --input");
    }

    @Test
    void aDirectoryThatIsNoResultIsBadInput() {
        Invocation run = verify(new StoredResult(directory));

        assertThat(run.exitCode()).isEqualTo(BAD_INPUT);
        assertThat(run.message())
                .isEqualTo(directory + ": is not a result directory of certifact: it has no report.json");
    }

    @Test
    void aResultWithoutAFactorIsBadInput() throws IOException {
        StoredResult torn = SenateResult.CERTIFIED.stored().copy(directory.resolve("torn"));
        FileUtils.deleteDirectory(torn.directory().resolve("columns.parquet").toFile());
        Invocation run = verify(torn);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(BAD_INPUT);
        assertThat(run.message())
                .isEqualTo(torn.directory() + ": is not a result directory of certifact: it has no columns.parquet");
    }

    @Test
    void aReportThatIsNoReportIsBadInput() throws IOException {
        Files.writeString(directory.resolve("report.json"), "{\"verdict\": \"PERFECT\"}");
        Invocation run = verify(new StoredResult(directory));

        assertThat(run.exitCode()).isEqualTo(BAD_INPUT);
        assertThat(run.message()).startsWith(directory + "/report.json: is not a report of certifact: ");
    }

    private static String csv(String from, String to) {
        return Vote.csv().replace(from, to);
    }

    private static Invocation verify(StoredResult result, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "verify";
        all[1] = result.directory().toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return Invocation.of(all);
    }
}
