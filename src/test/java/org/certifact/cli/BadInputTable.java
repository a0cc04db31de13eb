package org.certifact.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of bad input with its message: each row is a test, and the README shows the table. */
final class BadInputTable {
    private BadInputTable() {}

    static Stream<BadInput> all() {
        return Stream.of(BadData.all(), BadFiles.all(), BadOptions.all()).flatMap(cases -> cases);
    }

    /** The table as the README shows it. */
    static String markdown() {
        return all().map(bad -> "| " + cell(bad.kind()) + " | `" + cell(bad.message()) + "` |")
                .collect(Collectors.joining("\n", "| bad input | message |\n|---|---|\n", "\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
