package org.certifact.datasets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Tells the format of files by their ending, else by the first bytes of one file of each directory. */
final class FormatDetector<F> {
    private final FormatSigns<F> signs;
    private final Configuration configuration;
    private final CompressionCodecFactory codecs;
    private final Map<Path, F> byDirectory = new HashMap<>();

    FormatDetector(FormatSigns<F> signs, Configuration configuration) {
        this.signs = signs;
        this.configuration = configuration;
        this.codecs = new CompressionCodecFactory(configuration);
    }

    /**
     * The format that was asked for, or the one that all the files have.
     *
     * @throws BadInputException if the files' formats differ, or if the first holds something else
     */
    F detect(InputFiles files, Optional<F> asked) {
        F format = asked.orElseGet(() -> common(files));
        F found = signs.byContent(FileHead.read(files.path(0), files.name(0), configuration));
        if (!format.equals(found) && signs.binary(format).isPresent()) {
            throw new BadInputException(
                    files.name(0) + ": is not " + signs.binary(format).get() + "; name its format if it is another");
        }
        if (!format.equals(found) && signs.binary(found).isPresent()) {
            throw new BadInputException(
                    files.name(0) + ": is " + signs.binary(found).get() + ", not " + format);
        }
        return format;
    }

    private F common(InputFiles files) {
        F first = detect(files, 0);
        for (int file = 1; file < files.size(); file++) {
            F other = detect(files, file);
            if (!other.equals(first)) {
                throw new BadInputException(files.name(0) + " is " + first + ", " + files.name(file) + " is " + other
                        + "; give files of one format at a time");
            }
        }
        return first;
    }

    private F detect(InputFiles files, int file) {
        Path path = files.path(file);
        CompressionCodec codec = codecs.getCodec(path);
        String name = path.getName().toLowerCase(Locale.ROOT);
        String bare = codec == null ? name : CompressionCodecFactory.removeSuffix(name, codec.getDefaultExtension());
        return signs.byEnding(bare)
                .orElseGet(() -> byDirectory.computeIfAbsent(
                        path.getParent(),
                        directory -> signs.byContent(FileHead.read(path, files.name(file), configuration))));
    }
}
