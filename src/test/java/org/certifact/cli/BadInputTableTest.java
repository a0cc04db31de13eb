package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BadInputTableTest {
    /** Relative to this module's directory, where surefire runs. */
    private static final Path README = Path.of("..", "..", "README.md");

    private static final String BEGIN = "<!-- bad-input-table -->\n";
    private static final String END = "<!-- /bad-input-table -->";

    @Test
    void readmeShowsTheTableThatIsTested() throws IOException {
        assumeTrue(Files.exists(README), "there is no README.md yet");

        String shown = StringUtils.substringBetween(Files.readString(README), BEGIN, END);

        assertThat(shown)
                .as("the table in README.md between the markers bad-input-table")
                .isEqualTo(BadInputTable.markdown());
    }

    @BeforeAll
    static void writeTheTableForTheReadme() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "bad-input-table.md"), BadInputTable.markdown());
    }

    @Test
    void everyKindStandsInTheTableOnce() {
        assertThat(BadInputTable.all().map(BadInput::kind)).doesNotHaveDuplicates();
    }
}
