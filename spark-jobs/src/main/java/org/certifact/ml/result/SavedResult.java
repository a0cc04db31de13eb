package org.certifact.ml.result;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ExactPath;

/**
 * A result directory that exists.
 *
 * @param path where it is
 */
public record SavedResult(String path, Report report, ModelConstants constants) {
    /** The factor of the rows. */
    public static final String ROWS = "rows.parquet";

    /** The factor of the columns. */
    public static final String COLUMNS = "columns.parquet";

    /** The factors whose residual proves the lower bound, where the result's own do not. */
    public static final String WITNESS_ROWS = "witness-rows.parquet";

    public static final String WITNESS_COLUMNS = "witness-columns.parquet";

    public static SavedResult open(String path, Configuration hadoop) {
        SavedResult saved = new SavedResult(
                path, Report.parse(text(path, Report.FILE, hadoop), path + "/" + Report.FILE), constants(path, hadoop));
        for (String factor : List.of(ROWS, COLUMNS)) {
            require(path, factor, hadoop);
        }
        return saved;
    }

    /** The constants of the model alone: a model that others made has no report. */
    public static ModelConstants constants(String path, Configuration hadoop) {
        return ModelConstants.parse(text(path, ModelConstants.FILE, hadoop), path + "/" + ModelConstants.FILE);
    }

    /** The report, where there is one. */
    public static Optional<Report> report(String path, Configuration hadoop) {
        return exists(path, Report.FILE, hadoop)
                ? Optional.of(Report.parse(text(path, Report.FILE, hadoop), path + "/" + Report.FILE))
                : Optional.empty();
    }

    /** Whether the directory holds a file or folder of that name. */
    public static boolean exists(String path, String name, Configuration hadoop) {
        Path file = new Path(path, name);
        try {
            return file.getFileSystem(hadoop).exists(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + e.getMessage());
        }
    }

    private static void require(String path, String name, Configuration hadoop) {
        if (!exists(path, name, hadoop)) {
            throw new BadInputException(path + ": is not a result directory of certifact: it has no " + name);
        }
    }

    private static String text(String path, String name, Configuration hadoop) {
        ExactPath.requireNoCredentials(path);
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
