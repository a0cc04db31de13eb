package org.certifact.jobs;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.ReadOptions;
import org.certifact.matrix.Duplicates;

/**
 * A data frame that a model of a Spark ML pipeline was fitted to: gone by now, so its data must be named anew.
 *
 * @param title what it held
 */
record FrameSpec(String title) implements RunInput {

    @Override
    public List<String> paths() {
        throw new BadInputException(
                "the model was fitted to a data frame (" + title + "); name files with the same entries: --input");
    }

    @Override
    public String head(Configuration hadoop) {
        return "is a data frame";
    }

    @Override
    public InputSpec withPaths(List<String> other) {
        return new InputSpec(other, ReadOptions.defaults(), Duplicates.FAIL, null, null);
    }

    @Override
    public RunInput qualified(Configuration hadoop) {
        return this;
    }
}
