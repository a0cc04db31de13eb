package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certifact.cli.NamedFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command of the pages, as written and in order, in a fresh clone with nothing but a JDK, Maven, git and the system's tools on the
 * path. Takes many minutes, so it runs where asked: {@code mvn verify -Dtutorial=true -Dtest=PagesTest}.
 */
@EnabledIfSystemProperty(named = "tutorial", matches = "true")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PagesTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final long PATIENCE_MINUTES = 20;

    /** What cannot run here: other machines, this very build, an hour of measuring, a download of gigabytes. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("hdfs://|--master yarn|mvn -B verify|--generate 100000x|dependency-check");

    @TempDir
    private static Path directory;

    private static Path clone;

    @BeforeAll
    static void makeTheFilesThatThePagesName() throws Exception {
        clone = directory.resolve("clone");
        assertThat(run(directory, "git clone -q " + ROOT + " clone")).isZero();
        NamedFiles.make(clone);
        assertThat(run(clone, "submit-scripts/certifact complete --lambda 30 --output another"))
                .isZero();
        assertThat(run(
                        clone,
                        "submit-scripts/certifact complete --input u.data --lambda 3 --export csv --output given"))
                .isZero();
        Files.move(clone.resolve("given/rows.csv"), clone.resolve("users.csv"));
        Files.move(clone.resolve("given/columns.csv"), clone.resolve("items.csv"));
    }

    @AfterAll
    static void stopTheCluster() throws Exception {
        run(clone, "submit-scripts/cluster stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md", "docs/schedulers.md", "CONTRIBUTING.md"})
    void everyCommandRunsAsWritten(String page) throws Exception {
        Matcher blocks = FENCED.matcher(Files.readString(clone.resolve(page)));
        List<String> commands = new ArrayList<>();
        while (blocks.find()) {
            blocks.group(1)
                    .replace("\\\n", " ")
                    .lines()
                    .filter(line -> !line.isBlank() && !ELSEWHERE.matcher(line).find())
                    .forEach(commands::add);
        }

        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            System.out.println(page + "$ " + command);
            assertThat(run(clone, command)).as(command).isIn(0, 2);
            copy("model/run.conf", "run.conf");
        }
    }

    private static void copy(String from, String to) throws IOException {
        if (Files.exists(clone.resolve(from)) && !Files.exists(clone.resolve(to))) {
            Files.copy(clone.resolve(from), clone.resolve(to));
        }
    }

    private static int run(Path in, String command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", command).directory(in.toFile()).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPARK") || name.startsWith("CERTIFACT"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("not done after " + PATIENCE_MINUTES + " minutes: " + command);
        }
        return process.exitValue();
    }
}
