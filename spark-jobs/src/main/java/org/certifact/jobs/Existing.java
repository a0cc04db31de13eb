package org.certifact.jobs;

/** What to do about a result directory that exists. */
enum Existing {
    REFUSE,
    REPLACE
}
