package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final int BAD_INPUT = 3;

    static Stream<BadInput> table() {
        return BadInputTable.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void badInputGetsItsMessageAndLeavesNothingBehind(BadInput bad, @TempDir Path directory) throws IOException {
        bad.content().write(directory);
        List<Path> before = everythingIn(directory);

        Invocation run = Invocation.of(bad.arguments(directory));

        assertThat(run.message().replace(directory + "/", "")).isEqualTo(bad.message());
        assertThat(run.exitCode()).isEqualTo(BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("\tat ", "Exception");
        assertThat(everythingIn(directory)).isEqualTo(before);
    }

    private static List<Path> everythingIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }
}
