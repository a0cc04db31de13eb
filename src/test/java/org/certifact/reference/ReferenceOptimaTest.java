package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

/** The program reaches optima that another program computed, and never claims to have passed them. */
class ReferenceOptimaTest {
    private static final double TOLERANCE = 1e-5;

    @TempDir
    private Path directory;

    static Stream<Instance> senate() {
        return Stream.of(Instance.SENATE_20, Instance.SENATE_8);
    }

    static Stream<Instance> movieLens() {
        return Stream.of(Instance.MOVIELENS_30, Instance.MOVIELENS_20, Instance.MOVIELENS_WEIGHTED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("senate")
    void senateOptimaAreReachedAndCertified(Instance instance) throws IOException {
        reachesTheOptimum(instance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("movieLens")
    void movieLensOptimaAreReachedAndCertified(Instance instance) throws IOException {
        assumeTrue(
                Files.exists(MovieLens.file()),
                "MovieLens 100K is not there; name the folder of ml-100k/u.data with -Dcertifact.data=FOLDER");
        reachesTheOptimum(instance);
    }

    private void reachesTheOptimum(Instance instance) throws IOException {
        StoredResult result = new StoredResult(directory.resolve("model"));
        List<String> arguments = new ArrayList<>(List.of("complete", "--tolerance", Double.toString(TOLERANCE)));
        arguments.addAll(List.of("--output", result.directory().toString()));
        arguments.addAll(instance.options());

        Invocation run = Invocation.of(arguments);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(result.verdict()).isEqualTo("CERTIFIED");
        assertThat(result.number("relativeGap")).isLessThanOrEqualTo(TOLERANCE);
        assertThat(result.number("primal")).isLessThanOrEqualTo(instance.attained() * (1 + TOLERANCE));
        assertThat(result.number("dual")).isLessThanOrEqualTo(instance.attained());
        assertThat(result.report().get("rank").asInt()).isCloseTo(instance.rank(), within(2));
    }
}
