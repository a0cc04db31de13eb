package org.certifact.ml.result;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;

/**
 * A result directory that exists.
 *
 * @param path where it is
 */
public record SavedResult(String path, Report report, Model model) {
    /** The factor of the rows. */
    public static final String ROWS = "rows.parquet";

    /** The factor of the columns. */
    public static final String COLUMNS = "columns.parquet";

    /** The factors whose residual proves the lower bound, where the result's own do not. */
    public static final String WITNESS_ROWS = "witness-rows.parquet";

    public static final String WITNESS_COLUMNS = "witness-columns.parquet";

    public static SavedResult open(String path, Configuration hadoop) {
        SavedResult saved = new SavedResult(
                path,
                Report.parse(text(path, Report.FILE, hadoop), path + "/" + Report.FILE),
                Model.parse(text(path, Model.FILE, hadoop), path + "/" + Model.FILE));
        for (String factor : List.of(ROWS, COLUMNS)) {
            require(path, factor, hadoop);
        }
        return saved;
    }

    private static void require(String path, String name, Configuration hadoop) {
        Path file = new Path(path, name);
        try {
            if (!file.getFileSystem(hadoop).exists(file)) {
                throw new BadInputException(path + ": is not a result directory of certifact: it has no " + name);
            }
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static String text(String path, String name, Configuration hadoop) {
        Path file = new Path(path, name);
        try {
            FileSystem files = file.getFileSystem(hadoop);
            try (var in = files.open(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (FileNotFoundException e) {
            throw new BadInputException(path + ": is not a result directory of certifact: it has no " + name);
        } catch (IOException e) {
            throw new BadInputException(path + "/" + name + ": cannot be read: " + e.getMessage());
        }
    }

    /** The path of one of its files. */
    public String file(String name) {
        return new Path(path, name).toString();
    }
}
