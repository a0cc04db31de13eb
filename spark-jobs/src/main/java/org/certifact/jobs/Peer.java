package org.certifact.jobs;

/** What Certifact is compared with. */
enum Peer {
    /** The ALS of Spark's MLlib, which has the same objective at weighting 1. */
    MLLIB,

    /** Nothing: Certifact's own figures alone. */
    NONE
}
