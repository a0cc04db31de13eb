package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is complete or absent, and an earlier one stays until the next is complete. */
class OverwriteTest {
    @TempDir
    private Path directory;

    private StoredResult result;

    @BeforeEach
    void completeOnce() throws IOException {
        Files.writeString(directory.resolve("ratings.csv"), Ratings.csv());
        result = new StoredResult(directory.resolve("model"));
        Invocation first = complete("model", "--lambda", "1");
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    @Test
    void overwriteReplacesTheResultAndLeavesNothingBeside() throws IOException {
        Invocation second = complete("model", "--lambda", "2", "--overwrite");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(result.number("lambda")).isEqualTo(2);
        assertThat(names()).containsExactly("model", "ratings.csv");
    }

    @Test
    void withoutOverwriteTheResultStaysAsItIs() throws IOException {
        Map<Path, String> before = contents();

        assertThat(complete("model", "--lambda", "2").exitCode()).isEqualTo(3);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aRunThatFailsLateLeavesTheEarlierResultAsItIs() throws IOException {
        Map<Path, String> before = contents();

        Invocation failed = complete("model", "--lambda", "2", "--overwrite", "--holdout", "file:absent.csv");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.message()).isEqualTo("absent.csv: no such file or directory");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aRunThatFailsLateLeavesNoNewResult() throws IOException {
        Map<Path, String> before = contents();

        assertThat(complete("other", "--lambda", "2", "--holdout", "file:absent.csv")
                        .exitCode())
                .isEqualTo(3);
        assertThat(contents()).isEqualTo(before);
    }

    private Invocation complete(String output, String... options) {
        List<String> all = new ArrayList<>(List.of("complete", "--input", directory + "/ratings.csv"));
        all.addAll(List.of("--output", directory.resolve(output).toString()));
        all.addAll(List.of(options));
        return Invocation.of(all);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Every file below the directory, hidden ones too, with its bytes. */
    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                contents.put(
                        file,
                        Files.isDirectory(file)
                                ? "directory"
                                : Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
