package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "csv"})
    void whatIsWrittenCanBeCompleted(String format) {
        Invocation generated = generate("--format", format, "--half-stars");
        assertThat(generated.exitCode()).as(generated.err()).isZero();
        assertThat(generated.out()).contains("60 x 30, 500 entries in " + data());

        Invocation completed = Invocation.of(
                "complete", "--input", data(), "--lambda", "5", "--center", "mean", "--output", directory + "/model");
        assertThat(completed.exitCode()).as(completed.err()).isZero();
        assertThat(completed.out()).contains("60 x ").contains(", 500 entries");
    }

    @Test
    void anExistingDirectoryIsLeftAlone() throws java.io.IOException {
        Files.createDirectory(directory.resolve("ratings"));
        Invocation again = generate();
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.message()).isEqualTo(data() + ": exists already; give another --output");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format orc | --format 'orc' is unknown; there are parquet, csv",
                "--rank 31 | --rank 31: must be between 0 and the shorter side, 30",
                "--noise -0.1 | --noise -0.1: must be at least 0",
                "--columns-of-all 9 | --entries 500: 60 x 30 cells hold between 540 and 1800 with 9 columns of all rows",
            })
    void nonsenseIsRefused(String options, String message) {
        Invocation run = generate(options.split(" "));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.message()).isEqualTo(message);
        assertThat(Path.of(data())).doesNotExist();
    }

    private Invocation generate(String... more) {
        String[] given = {"generate", "--rows", "60", "--columns", "30", "--entries", "500", "--output", data()};
        return Invocation.of(java.util.stream.Stream.of(given, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private String data() {
        return directory.resolve("ratings").toString();
    }
}
