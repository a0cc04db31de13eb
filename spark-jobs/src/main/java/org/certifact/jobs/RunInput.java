package org.certifact.jobs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.result.FrameInput;
import org.certifact.ml.result.Report;

/** What a run reads: kept in the report, so that a result can be verified against the same data. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reads")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InputSpec.class, name = "entries"),
    @JsonSubTypes.Type(value = MatrixSpec.class, name = "matrix"),
    @JsonSubTypes.Type(value = FrameSpec.class, name = FrameInput.NAME)
})
sealed interface RunInput permits InputSpec, MatrixSpec, FrameSpec {
    ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Files, directories or globs; none for built-in data. */
    List<String> paths();

    /** A name for people. */
    String title();

    /**
     * What is there to be read, as the heads of files tell.
     *
     * @throws org.certifact.datasets.BadInputException if something is wrong with it as far as they tell
     */
    String head(Configuration hadoop);

    /** The same of other files. */
    RunInput withPaths(List<String> other);

    /** What a report holds. */
    static RunInput of(Report report) {
        try {
            return JSON.treeToValue(report.input(), RunInput.class);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    Report.FILE + ": its input is not one of certifact's: " + e.getOriginalMessage());
        }
    }

    /** For a report. */
    default JsonNode toJson() {
        return JSON.valueToTree(this);
    }

    /** The same files under names that hold from any working directory. */
    default RunInput qualified(Configuration hadoop) {
        return withPaths(paths().stream().map(path -> qualified(path, hadoop)).toList());
    }

    private static String qualified(String path, Configuration hadoop) {
        try {
            Path given = new Path(path);
            return given.getFileSystem(hadoop).makeQualified(given).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
