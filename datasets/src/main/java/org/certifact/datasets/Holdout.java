package org.certifact.datasets;

import java.io.Serializable;
import java.util.Optional;

/** Which entries are kept from fitting, to measure the error on. */
public sealed interface Holdout extends Serializable {
    /**
     * Reads {@code none}; a fraction between 0 and 1 such as {@code 0.1}; {@code every:N}; or {@code file:PATH} or any other text, the
     * path of a file of held-out entries.
     *
     * @throws BadInputException if it is a number outside (0, 1), an N below 2, or empty
     */
    static Holdout parse(String text) {
        String spec = text.strip();
        if (spec.isEmpty()) {
            throw bad(text, "is empty");
        }
        if (spec.equals("none")) {
            return new None();
        }
        if (spec.startsWith("every:")) {
            return every(spec);
        }
        if (Fields.isNumber(spec)) {
            return fraction(spec);
        }
        String path = spec.startsWith("file:") && !spec.startsWith("file:/") ? spec.substring("file:".length()) : spec;
        if (path.isEmpty()) {
            throw bad(text, "names no file");
        }
        return new Listed(path);
    }

    /** Whether the entry is held out; no entry is where they come from a file of their own. */
    boolean test(Entry entry, long seed);

    /** The file of held-out entries, if they come from one. */
    default Optional<String> path() {
        return Optional.empty();
    }

    private static Holdout fraction(String spec) {
        double fraction;
        try {
            fraction = Fields.value(spec);
        } catch (Rejection e) {
            throw bad(spec, "is not finite");
        }
        if (fraction <= 0 || fraction >= 1) {
            throw bad(spec, "is not between 0 and 1");
        }
        return new Fraction(fraction);
    }

    private static Holdout every(String spec) {
        long step;
        try {
            step = Long.parseLong(spec.substring("every:".length()));
        } catch (NumberFormatException e) {
            throw bad(spec, "has no whole number after 'every:'");
        }
        if (step < 2) {
            throw bad(spec, "would leave nothing to fit: N must be at least 2");
        }
        return new Every(step);
    }

    private static BadInputException bad(String spec, String problem) {
        return new BadInputException("holdout '" + spec + "' " + problem
                + "; give none, a fraction such as 0.1, every:N, or file:PATH for entries in a file of their own");
    }

    /** No entry. */
    record None() implements Holdout {
        @Override
        public boolean test(Entry entry, long seed) {
            return false;
        }
    }

    /**
     * That share of the entries, chosen by a hash of seed, row and column: the same entries however the data are spread, and all copies of
     * an entry alike.
     */
    record Fraction(double fraction) implements Holdout {
        @Override
        public boolean test(Entry entry, long seed) {
            return EntryHash.uniform(seed, entry.row(), entry.column()) < fraction;
        }
    }

    /** The records whose number in their file is a multiple of the step: a line's number counts every line, the header's too. */
    record Every(long step) implements Holdout {
        @Override
        public boolean test(Entry entry, long seed) {
            return Source.number(entry.source()) % step == 0;
        }
    }

    /** The entries listed in another file. */
    record Listed(String file) implements Holdout {
        @Override
        public boolean test(Entry entry, long seed) {
            return false;
        }

        @Override
        public Optional<String> path() {
            return Optional.of(file);
        }
    }
}
