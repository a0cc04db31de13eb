package org.certifact.jobs;

import org.certifact.solver.Factors;

/** What a result shows for people to look at. */
final class Pictures {
    Pictures(ResultWriter result, LoadedMatrix loaded, GaugedSpec options, Factors factors) {}

    void write() {}
}
