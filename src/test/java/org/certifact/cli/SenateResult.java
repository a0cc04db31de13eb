package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Results on the built-in votes that several test classes look at, each made once. */
final class SenateResult {
    static final SenateResult CERTIFIED = new SenateResult("certified", 0, "--lambda", "20", "--export", "csv");
    static final SenateResult HUBER = new SenateResult(
            "huber", 0, "--loss", "huber", "--huber-threshold", "0.5", "--lambda", "20", "--holdout", "0.1");
    static final SenateResult LOGISTIC =
            new SenateResult("logistic", 0, "--loss", "logistic", "--lambda", "15", "--holdout", "0.1");
    static final SenateResult BOUNDED = new SenateResult("bounded", 2, "--lambda", "8", "--max-rank", "40");

    private final Path directory;
    private final int expected;
    private final List<String> options;
    private Invocation run;

    private SenateResult(String name, int expected, String... options) {
        this.directory = Path.of("target", "senate-results", name).toAbsolutePath();
        this.expected = expected;
        this.options = List.of(options);
    }

    /** How its run went. */
    synchronized Invocation run() {
        if (run == null) {
            List<String> arguments =
                    new ArrayList<>(List.of("complete", "--overwrite", "--output", directory.toString()));
            arguments.addAll(options);
            run = Invocation.of(arguments);
            assertThat(run.exitCode()).as(run.err()).isEqualTo(expected);
        }
        return run;
    }

    StoredResult stored() {
        run();
        return new StoredResult(directory);
    }
}
