package org.certifact.jobs;

import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.certifact.datasets.EntryReader;
import org.certifact.datasets.ReadOptions;
import org.certifact.matrix.Duplicates;

/**
 * Entries to be read for completion.
 *
 * @param paths files; none for the built-in data
 * @param rowBlocks blocks of rows, or null to choose
 * @param columnBlocks blocks of columns, or null to choose
 */
record InputSpec(
        List<String> paths, ReadOptions options, Duplicates duplicates, Integer rowBlocks, Integer columnBlocks)
        implements RunInput {

    InputSpec {
        Objects.requireNonNull(paths, "paths");
    }

    @Override
    public String title() {
        return paths.isEmpty() ? "roll-call votes of the 109th US Senate (built in)" : String.join(", ", paths);
    }

    @Override
    public String head(Configuration hadoop) {
        return paths.isEmpty()
                ? "comes with the program"
                : EntryReader.head(paths, options, hadoop).toString();
    }

    @Override
    public InputSpec withPaths(List<String> other) {
        return new InputSpec(other, options, duplicates, rowBlocks, columnBlocks);
    }

    InputSpec withBlocks(int rows, int columns) {
        return new InputSpec(paths, options, duplicates, rows, columns);
    }
}
