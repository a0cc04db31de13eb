package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certifact.jobs.Certifact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say of the command line is what the command line takes. */
class DocumentationTest {
    /** Relative to this module's directory, where surefire runs. */
    private static final Path ROOT = Path.of("..", "..");

    private static final Pattern FENCED = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("<!-- source: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("submit-scripts/certifact ([a-z].*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** Spark's options, which the script takes out; each has a value. */
    private static final Set<String> SPARK =
            Set.of("--master", "--deploy-mode", "--driver-memory", "--executor-memory", "--conf");

    @BeforeAll
    static void writeTheTableForThePage() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "options.md"), OptionsTable.markdown());
    }

    @Test
    void theTableOfOptionsIsThatOfTheProgram() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/options.md")))
                .as("docs/options.md; src/test/target/options.md is what it has to be")
                .isEqualTo(OptionsTable.markdown());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandOfThePagesParses(String command) {
        List<String> words = words(command);

        assertThat(Certifact.commandLine()
                        .parseArgs(words.toArray(String[]::new))
                        .hasSubcommand())
                .as(command)
                .isTrue();
    }

    @Test
    void everyVerbHasAnExample() {
        Certifact.commandLine()
                .getSubcommands()
                .forEach((name, verb) ->
                        assertThat(verb.getUsageMessage()).as(name).contains("Example", "certifact " + name));
    }

    @Test
    void sourceThatIsShownIsThatOfTheProgram() throws IOException {
        Matcher shown = SOURCE.matcher(Files.readString(ROOT.resolve("docs/extending.md")));
        int count = 0;
        while (shown.find()) {
            assertThat(Files.readString(ROOT.resolve(shown.group(1)))).contains(shown.group(2));
            count++;
        }
        assertThat(count).isGreaterThan(2);
    }

    static Stream<String> commands() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<String> commands = new ArrayList<>();
        for (Path page : pages) {
            Matcher blocks = FENCED.matcher(Files.readString(page));
            while (blocks.find()) {
                Matcher lines = COMMAND.matcher(blocks.group(1).replace("\\\n", " "));
                while (lines.find()) {
                    commands.add(lines.group(1));
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(10);
        return commands.stream();
    }

    /** As a shell splits them, up to a comment, a pipe or a redirection, without Spark's options. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(command);
        while (found.find()) {
            String word =
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
            if (Set.of("#", "|", ">", "&&").contains(word)) {
                break;
            }
            if (SPARK.contains(word)) {
                found.find();
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
