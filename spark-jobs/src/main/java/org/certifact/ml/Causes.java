package org.certifact.ml;

import java.util.function.Supplier;
import org.certifact.datasets.BadInputException;

/** What tasks found wrong with the data, freed from what Spark says of the task. */
final class Causes {
    private Causes() {}

    /** Does something that reads data. @throws BadInputException as the task threw it */
    static <T> T ofBadInput(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw badInput(e);
        } catch (Exception e) { // Spark's own, which Scala does not declare
            throw badInput(new IllegalStateException(e));
        }
    }

    private static RuntimeException badInput(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BadInputException bad) {
                return bad;
            }
        }
        return failure;
    }
}
