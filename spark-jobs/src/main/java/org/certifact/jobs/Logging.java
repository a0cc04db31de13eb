package org.certifact.jobs;

import org.apache.logging.log4j.core.config.Configurator;

/** What the log tells: {@code submit-scripts/log4j2.properties} leaves these two to be set. */
final class Logging {
    private Logging() {}

    /** Stack traces, and what Spark says of every task that failed. */
    static void tellAll() {
        System.setProperty("certifact.log.tasks", "warn");
        System.setProperty("certifact.log.trace", "full");
        Configurator.reconfigure();
    }
}
