package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
    @Test
    void printsVerdictRankLambdaAndGap() {
        Invocation run = Invocation.of(
                "inspect", SenateResult.CERTIFIED.stored().directory().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("verdict      CERTIFIED", "rank         9", "lambda       20.0", "relative gap ")
                .contains("102 x 645, 62857 entries", "spark        4.");
    }

    @Test
    void aDirectoryThatIsNoResultIsBadInput(@TempDir Path directory) {
        Invocation run = Invocation.of("inspect", directory.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.message())
                .isEqualTo(directory + ": is not a result directory of certifact: it has no report.json");
    }
}
