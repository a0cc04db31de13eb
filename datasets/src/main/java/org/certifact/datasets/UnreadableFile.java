package org.certifact.datasets;

import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;

/** What Spark says of a file whose data it could not read, as an error of that file. */
public final class UnreadableFile {
    private static final String CONDITION = "FAILED_READ_FILE";
    private static final String GONE = "FILE_NOT_EXIST";

    private UnreadableFile() {}

    /** The error, if that is what lies behind a failure. */
    public static Optional<BadInputException> behind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SparkException spark
                    && String.valueOf(spark.getCondition()).startsWith(CONDITION)) {
                Path path = new Path(String.valueOf(spark.getMessageParameters().get("path")));
                String what = spark.getCondition().endsWith(GONE)
                        ? path + ": was there when the run began, and is there no longer"
                        : path.getName() + ": cannot be read, the file is damaged: " + reason(spark);
                return Optional.of(new BadInputException(what, failure));
            }
        }
        return Optional.empty();
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }
}
