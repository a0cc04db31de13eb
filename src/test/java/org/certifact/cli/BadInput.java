package org.certifact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of bad input and the message that it gets. Paths in options and messages are relative to the directory of the
 * test, as a user would type them.
 *
 * @param kind for people
 * @param content what lies there before the run
 * @param options after {@code complete}; {@code @} stands for the directory
 * @param message on standard error
 */
record BadInput(String kind, Content content, List<String> options, String message) {

    /** Makes the files of a case. */
    interface Content {
        void write(Path directory) throws IOException;
    }

    /** A file of text as the input. */
    static BadInput text(String kind, String name, String text, String message) {
        return file(kind, name, Contents.text(name, text), message);
    }

    /** A file as the input, or the place where one should be. */
    static BadInput file(String kind, String name, Content content, String message) {
        return new BadInput(kind, content, List.of("--input", "@/" + name, "--lambda", "1"), message);
    }

    /** Options that need no input. */
    static BadInput options(String options, String message) {
        return new BadInput("`" + options + "`", Contents.NOTHING, List.of(options.split(" ", -1)), message);
    }

    /** The same with these options more. */
    BadInput with(String more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more.split(" ", -1)));
        return new BadInput(kind, content, List.copyOf(all), message);
    }

    /** The whole command line in that directory. */
    List<String> arguments(Path directory) {
        List<String> all = new ArrayList<>(List.of("complete", "--output", directory + "/model"));
        options.forEach(option -> all.add(option.replace("@", directory.toString())));
        return all;
    }

    @Override
    public String toString() {
        return kind;
    }
}
