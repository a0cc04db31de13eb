package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the examples for schedulers have options that exist. */
class SchedulerExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "submit-scripts", "examples");
    private static final Pattern ITEM = Pattern.compile("(?m)^    - (.*)$");
    private static final Pattern STRINGS_IN_A_ROW = Pattern.compile("\"\\s*\\n\\s*f?\"");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certifact_dag.py | \\{CERTIFACT\\} ([^\"]*)\" | 2",
                "crontab | certifact (complete .*?) >> | 1",
                "github-workflow.yaml | certifact (complete .*?) > | 1",
            })
    void commands(String file, String pattern, int count) throws IOException {
        String text = STRINGS_IN_A_ROW.matcher(read(file)).replaceAll("");
        List<String> commands = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(commands).hasSize(count);
        for (String command : commands) {
            accepted(List.of(
                    command.replaceAll("\\{+ ds }+|\\$\\(date[^)]*\\)", "today").split(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource("spark-application.yaml")
    void arguments(String file) throws IOException {
        String text = read(file);
        List<String> arguments = ITEM.matcher(
                        text.substring(text.indexOf("  arguments:"), text.indexOf("  sparkVersion:")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(arguments).startsWith("complete").contains("--overwrite");
        accepted(arguments);
    }

    /** With --help too, options are read and unknown ones refused. */
    private void accepted(List<String> command) throws IOException {
        Path conf = Files.writeString(directory.resolve("ratings.conf"), "lambda = 20\n");
        List<String> words = new ArrayList<>(command);
        words.replaceAll(word -> word.replace("/etc/certifact/ratings.conf", conf.toString()));
        words.add("--help");
        Invocation run = Invocation.of(words);

        assertThat(run.exitCode()).as(command + "\n" + run.err()).isZero();
        words.set(words.size() - 1, "--halp");
        assertThat(Invocation.of(words).exitCode()).isEqualTo(3);
    }

    private static String read(String file) throws IOException {
        return Files.readString(EXAMPLES.resolve(file));
    }
}
