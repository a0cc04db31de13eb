package org.certifact.jobs;

/** What stands on standard output at the end of a run. */
enum PrintFormat {
    /** Lines for people. */
    TEXT,
    /** One line of JSON and nothing else. */
    JSON
}
