package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program ends as low as a prototype that took minutes, and proves as much. */
class GaugedReferenceTest {
    /** How much higher an objective may be than the one attained, local minima being what they are. */
    private static final double HIGHER = 1e-3;

    @TempDir
    private Path directory;

    static Stream<GaugedInstance> instances() {
        return Stream.of(GaugedInstance.DIGITS, GaugedInstance.BARBARA);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("instances")
    void theObjectiveAndTheGapAreThoseOfThePrototypeOrBetter(GaugedInstance instance) throws IOException {
        assumeTrue(
                Files.exists(instance.file()),
                instance.file() + " is not there; name the folder of "
                        + instance.file().getParent().getFileName() + " with -Dcertifact.data=FOLDER");
        StoredResult result = new StoredResult(directory.resolve("model"));
        List<String> arguments = new ArrayList<>(instance.options());
        arguments.addAll(List.of("--input", instance.file().toString()));
        arguments.addAll(List.of("--tolerance", Double.toString(instance.tolerance())));
        arguments.addAll(List.of("--output", result.directory().toString()));

        Invocation run = Invocation.of(arguments);

        assertThat(run.exitCode()).as(run.err()).isIn(0, 2);
        assertThat(result.verdict()).isIn("CERTIFIED", "BOUNDED");
        assertThat(result.number("primal")).isLessThanOrEqualTo(instance.attained() * (1 + HIGHER));
        assertThat(result.number("dual")).isLessThanOrEqualTo(instance.attained());
        assertThat(result.number("relativeGap")).isLessThanOrEqualTo(1.05 * instance.gap());
        assertThat(run.exitCode() == 0).isEqualTo(result.number("relativeGap") <= instance.tolerance());
    }
}
