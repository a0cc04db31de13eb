package org.certifact.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.ReadOptions;
import org.certifact.matrix.Duplicates;

/**
 * What is read: kept in the report, so that a result can be verified against the same data.
 *
 * @param paths files; none for the built-in data
 * @param rowBlocks blocks of rows, or null to choose
 * @param columnBlocks blocks of columns, or null to choose
 */
record InputSpec(
        List<String> paths, ReadOptions options, Duplicates duplicates, Integer rowBlocks, Integer columnBlocks) {

    /** A name for people. */
    String title() {
        return paths.isEmpty() ? "roll-call votes of the 109th US Senate (built in)" : String.join(", ", paths);
    }

    /** The same files under names that hold from any working directory. */
    InputSpec qualified(Configuration hadoop) {
        return withPaths(paths.stream().map(path -> qualified(path, hadoop)).toList());
    }

    private static String qualified(String path, Configuration hadoop) {
        try {
            Path given = new Path(path);
            return given.getFileSystem(hadoop).makeQualified(given).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputSpec withPaths(List<String> other) {
        return new InputSpec(other, options, duplicates, rowBlocks, columnBlocks);
    }

    InputSpec withBlocks(int rows, int columns) {
        return new InputSpec(paths, options, duplicates, rows, columns);
    }
}
