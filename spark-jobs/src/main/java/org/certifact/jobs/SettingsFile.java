package org.certifact.jobs;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.certifact.datasets.BadInputException;

/**
 * A file of options: {@code name = value} a line, names as on the command line without the dashes, a verb and a dot before those that are
 * for that verb alone; lines that begin with # are comments.
 */
record SettingsFile(String path, List<Line> lines) {
    /** The options of a run, beside its result. */
    static final String OF_RUN = "run.conf";

    /** A line that says something. @param number from 1 */
    record Line(int number, String name, String value) {}

    static SettingsFile read(String path) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text(path)) {
            number++;
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            int equals = bare.indexOf('=');
            if (equals <= 0) {
                throw new BadInputException(path + ": line " + number + ": '" + bare
                        + "' is no setting; write NAME = VALUE, or # before a comment");
            }
            lines.add(new Line(
                    number,
                    bare.substring(0, equals).strip(),
                    bare.substring(equals + 1).strip()));
        }
        return new SettingsFile(path, lines);
    }

    private static List<String> text(String path) {
        try {
            return Files.readAllLines(Path.of(path));
        } catch (NoSuchFileException e) {
            throw new BadInputException("--config " + path + ": no such file");
        } catch (MalformedInputException e) {
            throw new BadInputException("--config " + path + ": is no UTF-8 text");
        } catch (IOException e) {
            throw new BadInputException("--config " + path + ": cannot be read: " + e.getMessage());
        }
    }

    /** The options of a run as such a file: what was said, and the defaults as comments. */
    static String of(String verb, List<Setting> settings) {
        return "# The options of this run. To repeat it: certifact " + verb + " --config " + OF_RUN + "\n"
                + settings.stream()
                        .map(setting -> (setting.from() == Setting.Origin.DEFAULT ? "# " : "") + setting.name() + " = "
                                + setting.value() + "\n")
                        .collect(Collectors.joining());
    }

    String place(Line line) {
        return path + ": line " + line.number();
    }
}
