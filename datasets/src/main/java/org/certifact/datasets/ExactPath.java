package org.certifact.datasets;

import java.util.regex.Pattern;

/** Paths as the data that they are: of what exists, by its very name, and without a secret. */
public final class ExactPath {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]{}*?]");
    private static final Pattern CREDENTIALS = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/@:]*:[^/@]*@");

    private ExactPath() {}

    /** The pattern that matches just that path: Spark takes every path that it reads for a glob. */
    public static String glob(String path) {
        return SPECIAL.matcher(path).replaceAll("\\\\$0");
    }

    /**
     * Refuses a path that holds a password, which reports and logs would repeat.
     *
     * @throws BadInputException if it has the form {@code scheme://user:password@...}
     */
    public static void requireNoCredentials(String path) {
        if (CREDENTIALS.matcher(path).find()) {
            throw new BadInputException(CREDENTIALS.matcher(path).replaceFirst("$1***@")
                    + ": a path must not hold a password, which reports and logs would repeat;"
                    + " give it in Hadoop's configuration");
        }
    }
}
