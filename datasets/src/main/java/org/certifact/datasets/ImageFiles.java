package org.certifact.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The image files behind the given paths. */
final class ImageFiles {
    private static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "tif", "tiff", "bmp");

    private ImageFiles() {}

    /**
     * The files named, and of directories and globs those whose ending is an image's.
     *
     * @throws BadInputException if a path does not exist or holds no image
     */
    static InputFiles find(List<String> given, Configuration configuration) {
        if (given.isEmpty()) {
            throw new BadInputException("no input is given; name a file, a directory or a glob");
        }
        Set<String> images = new LinkedHashSet<>();
        for (String path : given) {
            List<String> found = InputFiles.find(List.of(path), configuration).paths();
            List<String> kept = isFile(path, configuration)
                    ? found
                    : found.stream().filter(ImageFiles::hasEnding).toList();
            if (kept.isEmpty()) {
                throw new BadInputException(
                        path + ": holds no images, files that end in " + String.join(", ", ENDINGS));
            }
            images.addAll(kept);
        }
        return InputFiles.of(new ArrayList<>(images));
    }

    private static boolean hasEnding(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    private static boolean isFile(String given, Configuration configuration) {
        try {
            Path path = new Path(given);
            return InputFiles.exists(given, configuration)
                    && path.getFileSystem(configuration).getFileStatus(path).isFile();
        } catch (IOException e) {
            throw new BadInputException(given + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
