package org.certifact.jobs;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.GaugedSpec;
import org.certifact.ml.result.SavedResult;
import org.certifact.ml.result.SolverSpec;

/**
 * Rechecks a stored result against its data. The objective is summed from its definition; the lower bound is proved anew
 * with a fresh seed and a stricter oracle; the gap asked for is the stored one, not the tolerance.
 *
 * @param holds whether the stored verdict holds
 * @param lines what was checked, for people
 */
record Verification(boolean holds, List<String> lines) {

    /** @param paths where the data are now, or null for where they were */
    static Verification of(JavaSparkContext spark, SavedResult saved, List<String> paths) {
        RunInput stored = RunInput.of(saved.report());
        RunInput input = paths == null ? stored : stored.withPaths(paths);
        input.paths(); // of a data frame there are none
        if (stored instanceof FrameSpec && saved.report().options() instanceof GaugedSpec) {
            throw new BadInputException(saved.path()
                    + ": was fitted to a data frame with gauges; such a model cannot be verified against files");
        }
        return saved.report().options() instanceof GaugedSpec gauged
                ? GaugedVerification.of(spark, saved, (MatrixSpec) input, gauged)
                : CompletionVerification.of(spark, saved, (InputSpec) input, (SolverSpec)
                        saved.report().options());
    }
}
