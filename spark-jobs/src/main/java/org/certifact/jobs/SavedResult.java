package org.certifact.jobs;

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
record SavedResult(String path, Report report, Model model) {

    static SavedResult open(String path, Configuration hadoop) {
        SavedResult saved = new SavedResult(
                path,
                Report.parse(text(path, Report.FILE, hadoop), path + "/" + Report.FILE),
                Model.parse(text(path, Model.FILE, hadoop), path + "/" + Model.FILE));
        for (String factor : List.of(ResultWriter.ROWS, ResultWriter.COLUMNS)) {
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

    String file(String name) {
        return new Path(path, name).toString();
    }
}
