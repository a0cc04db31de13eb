package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicatesTest {
    @TempDir
    private Path directory;

    /** The entry (1, 1) stands there three times, with 2, 4 and 6. */
    @ParameterizedTest
    @CsvSource({"sum, 12", "mean, 4", "last, 6"})
    void duplicatesBecomeOneEntry(String policy, double combined) throws IOException {
        String others = "1,2,1\n2,1,1\n2,2,1\n";
        Path input = Files.writeString(directory.resolve("a.csv"), "1,1,2\n" + others + "1,1,4\n1,1,6\n");
        StoredResult result = new StoredResult(directory.resolve("model"));

        Invocation run = Invocation.of(
                "complete",
                "--input",
                input.toString(),
                "--output",
                result.directory().toString(),
                "--lambda",
                "0.5",
                "--duplicates",
                policy);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(result.report().get("data").get("entries").asLong()).isEqualTo(4);
        assertThat(result.report().get("data").get("sum").asDouble()).isEqualTo(combined + 3);
    }
}
