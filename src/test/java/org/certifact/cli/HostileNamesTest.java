package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, names of columns, files and directories are data: none is run, expanded, followed or cut. */
class HostileNamesTest {
    private static final List<String> IDS = List.of(
            "plain",
            "$(touch pwned)",
            "`touch pwned`",
            "; touch pwned #",
            "${jndi:ldap://127.0.0.1:1/a}",
            "../../../pwned",
            "/etc/passwd",
            "a{b,c}[d]*?",
            "%s%n%d%20%2e%2e",
            "'; DROP TABLE rows; --",
            "two  spaces, a comma and a \"quote\"",
            "\\\\back\\slash\\n",
            "NaN",
            "__HIVE_DEFAULT_PARTITION__",
            "день 日本語 🜍 e\u0301 \u202e",
            "<script>alert(1)</script>",
            "{\"class\":\"java.lang.Runtime\"}",
            "long".repeat(5000));

    @TempDir
    private Path directory;

    @Test
    void hostileIdsAndColumnNamesComeBackAsTheyWere() throws IOException {
        String header = "\"$(touch pwned)\",\"../`id`\",\"%s {a}*'\"\n";
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < IDS.size(); i++) {
            for (int j = 0; j < IDS.size(); j++) {
                text.append(quoted(IDS.get(i))).append(',').append(quoted(IDS.get(j)));
                text.append(',').append((i * 7 + j * 3) % 11 - 5).append('\n');
            }
        }
        Path input = Files.writeString(directory.resolve("ids.csv"), text);
        StoredResult result = new StoredResult(directory.resolve("model"));
        Invocation run = complete(input, result, "--columns", "$(touch pwned),../`id`,%s {a}*'", "--export", "csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ParquetFactor.of(result, "rows.parquet").ids()).containsExactlyInAnyOrderElementsOf(IDS);
        assertThat(ParquetFactor.of(result, "columns.parquet").ids()).containsExactlyInAnyOrderElementsOf(IDS);
        assertThat(Files.readString(result.directory().resolve("rows.csv")))
                .contains(quoted("two  spaces, a comma and a \"quote\""));
        assertThat(names(directory)).containsExactly("ids.csv", "model");
        assertThat(Path.of("pwned")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "spaces  'single' \"double\" $(touch pwned) `id` ; & | # !",
                "{a,b}[c-d]*? %20%2F%41 %s%n",
                "день 日本語 🜍 a=b back\\slash",
                "@file"
            })
    void hostileNamesOfFilesAndDirectoriesAreTheirNames(String name) throws IOException {
        Path input = Files.writeString(
                directory.resolve(name + ".csv"), "user,item,rating\n1,10,4\n1,20,2\n2,10,5\n2,20,1\n3,10,3\n");
        // what a glob would find instead
        Files.writeString(directory.resolve("a.csv"), "user,item,rating\n9,9,9\n");
        StoredResult result = new StoredResult(directory.resolve(name));
        Invocation run = complete(input, result);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(names(directory)).containsExactlyInAnyOrder("a.csv", name, name + ".csv");
        assertThat(result.report().get("data").get("entries").asInt()).isEqualTo(5);
        assertThat(Invocation.of("verify", result.directory().toString()).exitCode())
                .isZero();
    }

    @Test
    void aNameThatHadoopCannotSpellIsRefused() throws IOException {
        Invocation run = Invocation.of(
                "complete",
                "--lambda",
                "20",
                "--output",
                directory.resolve("a:b").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.message()).startsWith(directory + "/a:b: cannot be written: ");
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void aPasswordInAPathIsRefusedAndNotRepeated() {
        Invocation input = Invocation.of("complete", "--input", "s3a://user:t0ps3cret@bucket/ratings.csv");
        Invocation output = Invocation.of("complete", "--output", "hdfs://user:t0ps3cret@host/model");

        for (Invocation run : List.of(input, output)) {
            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(run.out() + run.err()).contains("://***@").doesNotContain("t0ps3cret");
        }
    }

    private static Invocation complete(Path input, StoredResult result, String... options) {
        List<String> all = new ArrayList<>(List.of("complete", "--input", input.toString(), "--lambda", "0.5"));
        all.addAll(List.of("--output", result.directory().toString()));
        all.addAll(List.of(options));
        return Invocation.of(all);
    }

    private static String quoted(String id) {
        return '"' + id.replace("\"", "\"\"") + '"';
    }

    /** What lies in a directory, checksums of Hadoop's local file system aside. */
    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }
}
