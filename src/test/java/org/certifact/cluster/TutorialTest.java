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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the tutorial, as written and in order, in a fresh clone with nothing but a JDK, Maven, git and the system's tools on the
 * path. Takes minutes, so it runs where asked: {@code mvn verify -Dtutorial=true -Dtest=TutorialTest}.
 */
@EnabledIfSystemProperty(named = "tutorial", matches = "true")
class TutorialTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final long PATIENCE_MINUTES = 15;

    @TempDir
    private Path directory;

    @Test
    void everyCommandRunsAsWritten() throws IOException, InterruptedException {
        Path clone = directory.resolve("clone");
        assertThat(run(directory, "git clone -q " + ROOT + " clone")).isZero();
        Matcher blocks = FENCED.matcher(Files.readString(clone.resolve("docs/tutorial.md")));
        List<String> commands = new ArrayList<>();
        while (blocks.find()) {
            commands.addAll(blocks.group(1).lines().toList());
        }

        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            assertThat(run(clone, command)).as(command).isIn(0, 2);
        }
        try (var pages = Files.walk(clone)) {
            assertThat(pages.filter(page -> page.endsWith("report.html"))).hasSize(5);
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
