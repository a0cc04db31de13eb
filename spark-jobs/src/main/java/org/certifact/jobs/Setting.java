package org.certifact.jobs;

/**
 * An option as it was in force.
 *
 * @param name without the dashes
 * @param from who said it
 */
record Setting(String name, String value, Origin from) {

    /** Where a value comes from, the strongest first. */
    enum Origin {
        COMMAND_LINE("command line"),
        ENVIRONMENT("environment"),
        FILE("file"),
        DEFAULT("default");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
