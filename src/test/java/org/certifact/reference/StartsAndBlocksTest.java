package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer depends neither on the start nor on how the data are spread. */
class StartsAndBlocksTest {
    private static final String TOLERANCE = "1e-5";

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--initial-rank 1",
                "--initial-rank 5",
                "--initial-rank 40",
                "--seed 2",
                "--seed 3",
                "--initial-rank 5 --seed 4",
                "--initial-rank 5 --seed 5",
                "--row-blocks 1 --column-blocks 1",
                "--row-blocks 2 --column-blocks 2",
                "--row-blocks 7 --column-blocks 7"
            })
    void everyStartAndEverySpreadReachTheSameObjective(String options) throws IOException {
        StoredResult result = new StoredResult(directory.resolve("model"));
        List<String> arguments = new ArrayList<>(List.of("complete", "--tolerance", TOLERANCE));
        arguments.addAll(List.of("--output", result.directory().toString()));
        arguments.addAll(Instance.SENATE_8.options());
        arguments.addAll(List.of(options.split(" ", -1)));

        Invocation run = Invocation.of(arguments);

        double optimum = Instance.SENATE_8.attained();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(result.verdict()).isEqualTo("CERTIFIED");
        assertThat(result.number("primal")).isEqualTo(optimum, within(1e-5 * optimum));
    }
}
