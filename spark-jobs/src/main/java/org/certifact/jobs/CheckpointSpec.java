package org.certifact.jobs;

/**
 * Where and how often a run keeps what it needs to go on.
 *
 * @param seconds between checkpoints, at least
 * @param sweeps between checkpoints, at least
 * @param resume whether to go on from what is there
 */
record CheckpointSpec(String directory, double seconds, int sweeps, boolean resume) {}
