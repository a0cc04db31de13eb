package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.certifact.jobs.Certifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit code tells a script how a run ended. */
class ExitCodeTest {
    private static final int CERTIFIED = 0;
    private static final int ABOVE_TOLERANCE = 2;
    private static final int BAD_INPUT = 3;

    @TempDir
    private Path directory;

    @Test
    void certifiedIsZero() throws IOException {
        assertThat(SenateResult.CERTIFIED.run().exitCode()).isEqualTo(CERTIFIED);
        assertThat(SenateResult.CERTIFIED.stored().verdict()).isEqualTo("CERTIFIED");
    }

    @Test
    void aRankTooLowIsBoundedByAValidGap() throws IOException {
        StoredResult result = SenateResult.BOUNDED.stored();

        assertThat(SenateResult.BOUNDED.run().exitCode()).isEqualTo(ABOVE_TOLERANCE);
        assertThat(result.verdict()).isEqualTo("BOUNDED");
        assertThat(result.number("rank")).isEqualTo(40);
        assertThat(result.number("primal")).isEqualTo(8487.70, within(1e-4 * 8487.70));
        // the optimum over all ranks, computed independently, is 8425.38278
        assertThat(result.number("dual")).isLessThanOrEqualTo(8425.38279);
        assertThat(result.number("relativeGap")).isBetween(0.0073, 0.24);
    }

    @Test
    void sweepsUsedUpIsTwo() throws IOException {
        Invocation run = complete("--lambda", "8", "--max-sweeps", "2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ABOVE_TOLERANCE);
        assertThat(result().verdict()).isEqualTo("ITERATION_LIMIT");
        assertThat(result().number("dual")).isLessThanOrEqualTo(8425.38279);
        assertThat(run.out()).contains("ITERATION_LIMIT: stopped early");
    }

    @Test
    void timeUsedUpIsTwo() throws IOException {
        Invocation run = complete("--lambda", "8", "--tolerance", "1e-12", "--max-time", "1s");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ABOVE_TOLERANCE);
        assertThat(result().verdict()).isEqualTo("TIME_LIMIT");
        assertThat(result().number("dual")).isLessThanOrEqualTo(8425.38279);
    }

    @Test
    void helpIsZeroAndNoVerbIsBadInput() {
        assertThat(Invocation.of("complete", "--help").exitCode()).isEqualTo(CERTIFIED);
        assertThat(Invocation.of("--help").out()).contains("Exit codes: 0 certified, 2 finished");
        assertThat(Invocation.of().exitCode()).isEqualTo(BAD_INPUT);
        assertThat(Invocation.of("solve").exitCode()).isEqualTo(BAD_INPUT);
    }

    /** A run knows the options of its own verb alone; where the verb does not stand first, all are known. */
    @Test
    void aVerbByItselfIsTheSameAsAmongAll() {
        for (String verb : Certifact.commandLine().getSubcommands().keySet()) {
            Invocation help = Invocation.of(verb, "--help");
            assertThat(help.out()).contains("Usage: certifact " + verb, "--log-format=HOW", "--config=FILE");
            assertThat(help.out())
                    .isEqualTo(Invocation.of("--log-format", "text", verb, "--help")
                            .out());
            assertThat(Invocation.of(verb, "--version").out())
                    .isEqualTo(Invocation.of("--version").out())
                    .isNotEmpty();
        }
    }

    private Invocation complete(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(
                new String[] {"complete", "--output", result().directory().toString()}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return Invocation.of(all);
    }

    private StoredResult result() {
        return new StoredResult(directory.resolve("model"));
    }
}
