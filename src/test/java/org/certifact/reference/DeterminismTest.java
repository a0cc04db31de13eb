package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same data, options and seed give the same answer to rounding, however the rows and columns are spread. */
class DeterminismTest {
    private static final double PRIMAL = 1e-8;

    /** Of the largest entry of a factor; singular vectors turn where their values are close. */
    private static final double FACTORS = 1e-5;

    @TempDir
    private static Path directory;

    private static StoredResult single;

    @BeforeAll
    static void solveInOneBlock() throws IOException {
        single = complete(1);
    }

    @ParameterizedTest(name = "{0} blocks a side")
    @ValueSource(ints = {2, 7, 16})
    void blocksDoNotChangeTheAnswer(int blocks) throws IOException {
        StoredResult spread = complete(blocks);

        double primal = single.number("primal");
        assertThat(spread.number("primal")).isEqualTo(primal, within(PRIMAL * primal));
        assertThat(spread.report().get("rank")).isEqualTo(single.report().get("rank"));
        for (String factor : List.of("rows.csv", "columns.csv")) {
            assertSame(single.csv(factor), spread.csv(factor));
        }
    }

    /** Columns of a factor are singular vectors, whose signs are nobody's. */
    private static void assertSame(Map<String, double[]> expected, Map<String, double[]> actual) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        int rank = expected.values().iterator().next().length;
        double largest = expected.values().stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int k = 0; k < rank; k++) {
            double same = 0;
            double turned = 0;
            for (String id : expected.keySet()) {
                same = Math.max(same, Math.abs(expected.get(id)[k] - actual.get(id)[k]));
                turned = Math.max(turned, Math.abs(expected.get(id)[k] + actual.get(id)[k]));
            }
            assertThat(Math.min(same, turned) / largest).as("column " + k).isLessThan(FACTORS);
        }
    }

    private static StoredResult complete(int blocks) throws IOException {
        StoredResult result = new StoredResult(directory.resolve("blocks-" + blocks));
        List<String> arguments = new ArrayList<>(List.of("complete", "--lambda", "20", "--export", "csv"));
        arguments.addAll(
                List.of("--row-blocks", Integer.toString(blocks), "--column-blocks", Integer.toString(blocks)));
        arguments.addAll(List.of("--output", result.directory().toString()));
        Invocation run = Invocation.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return result;
    }
}
