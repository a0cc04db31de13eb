package org.certifact.jobs;

import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.core.config.Configurator;

/** How lines on standard error are written. */
enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON;

    private static final String JSON_LOGGING = "log4j2-json.properties";

    /** Makes the libraries' logs follow; those of this program go through {@link Console}. */
    void apply() {
        if (this == JSON) {
            URL configuration = LogFormat.class.getResource(JSON_LOGGING);
            if (configuration == null) {
                throw new IllegalStateException(
                        JSON_LOGGING + " is missing from the class path; build the program again");
            }
            try {
                Configurator.reconfigure(configuration.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
