package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certifact.datasets.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path directory;

    @Test
    void theCommandLineCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = file("lambda = 1", "tolerance = 1e-2", "max-rank = 5");
        Map<String, String> environment =
                Map.of("CERTIFACT_LAMBDA", "2", "CERTIFACT_TOLERANCE", "1e-4", "PATH", "/bin");

        assertThat(arguments(environment, "complete", "--config", file.toString(), "--lambda=3"))
                .containsExactlyInAnyOrder(
                        "complete", "--max-rank=5", "--tolerance=1e-4", "--config", file.toString(), "--lambda=3")
                .startsWith("complete");
    }

    @Test
    void anOptionOfAnotherVerbIsForThatVerbAlone() throws IOException {
        Path file = file("# of both", "seed = 7", "nmf.scale = 1/255", "complete.lambda = 20");

        assertThat(arguments(Map.of("CERTIFACT_CONFIG", file.toString()), "complete"))
                .containsExactly("complete", "--seed=7", "--lambda=20");
        assertThat(arguments(Map.of("CERTIFACT_CONFIG", file.toString()), "nmf"))
                .containsExactly("nmf", "--seed=7", "--scale=1/255");
    }

    @Test
    void anOptionThatMayBeRepeatedMayBeSoInTheFile() throws IOException {
        assertThat(arguments(Map.of(), "complete", "--config=" + file("input = a, b.csv", "input = c.csv")))
                .contains("--input=a, b.csv", "--input=c.csv");
        refused(file("lambda = 1", "lambda = 2"), "line 2: 'lambda' was given before, at ");
    }

    @Test
    void aFlagIsTrueOrFalse() throws IOException {
        assertThat(arguments(Map.of(), "complete", "--config=" + file("overwrite = true")))
                .contains("--overwrite");
        assertThat(arguments(Map.of("CERTIFACT_OVERWRITE", "false"), "complete"))
                .containsExactly("complete");
        refused(file("overwrite = perhaps"), "line 1: 'overwrite' is 'perhaps'; give true or false");
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() throws IOException {
        refused(file("", "lamda = 1"), "line 2: certifact complete has no option 'lamda'; the nearest is 'lambda'");
        refused(file("sparsity = 1"), "line 1: certifact complete has no option 'sparsity'");
        refused(file("nmf.scle = 1"), "line 1: certifact nmf has no option 'scle'; the nearest is 'scale'");
        refused(file("lambda 1"), "line 1: 'lambda 1' is no setting; write NAME = VALUE, or # before a comment");
        refused(directory.resolve("absent.conf"), "no such file");
    }

    @Test
    void theOptionsOfARunSayItAgain() {
        String text = SettingsFile.of(
                "complete",
                List.of(
                        new Setting("lambda", "20", Setting.Origin.ENVIRONMENT),
                        new Setting("seed", "1", Setting.Origin.DEFAULT)));

        assertThat(text).endsWith("\nlambda = 20\n# seed = 1\n").startsWith("# ");
    }

    @Test
    void theNearestWordIsNamedIfItIsNear() {
        List<String> known = new ArrayList<>(List.of("--lambda", "--max-rank", "--max-time"));

        assertThat(Nearest.to("--lamda", known)).contains("--lambda");
        assertThat(Nearest.to("--maxrank", known)).contains("--max-rank");
        assertThat(Nearest.to("--verbose", known)).isEmpty();
    }

    private void refused(Path file, String message) {
        assertThatThrownBy(() -> arguments(Map.of(), "complete", "--config", file.toString()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    private static List<String> arguments(Map<String, String> environment, String... commandLine) {
        return Settings.of(List.of(commandLine), environment, Certifact.commandLine())
                .arguments();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("run.conf"), List.of(lines));
    }
}
