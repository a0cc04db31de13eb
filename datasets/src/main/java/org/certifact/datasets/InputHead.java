package org.certifact.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/**
 * What an input looks like before it is read.
 *
 * @param files how many
 * @param bytes of all of them, as stored
 * @param format of all of them
 */
public record InputHead(int files, long bytes, String format) {

    static InputHead of(InputFiles files, Object format, Configuration configuration) {
        long bytes = 0;
        for (int file = 0; file < files.size(); file++) {
            try {
                bytes += files.path(file)
                        .getFileSystem(configuration)
                        .getFileStatus(files.path(file))
                        .getLen();
            } catch (IOException e) {
                throw new BadInputException(files.name(file) + ": cannot be read: " + e.getMessage(), e);
            }
        }
        return new InputHead(
                files.size(), bytes, format.toString().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /**
     * Of files whose format is known.
     *
     * @throws BadInputException if there are none, or if one cannot be read
     */
    public static InputHead of(List<String> paths, String format, Configuration configuration) {
        return of(InputFiles.find(paths, configuration), format, configuration);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d %s, %,d bytes, %s", files, files == 1 ? "file" : "files", bytes, format);
    }
}
