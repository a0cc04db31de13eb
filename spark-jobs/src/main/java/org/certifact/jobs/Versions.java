package org.certifact.jobs;

import org.certifact.ml.result.Provenance;
import picocli.CommandLine.IVersionProvider;

/** What runs: versions of the program and of all that it stands on. */
final class Versions implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return Provenance.versions().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toArray(String[]::new);
    }
}
