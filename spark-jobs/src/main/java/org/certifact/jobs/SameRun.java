package org.certifact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.certifact.datasets.BadInputException;
import org.certifact.matrix.DataFingerprint;
import org.certifact.ml.result.RunOptions;

/**
 * Whether a checkpoint belongs to the run that is to go on from it; if not, what differs is said.
 *
 * @param directory of the checkpoints, for people
 * @param options of this run
 */
record SameRun(String directory, JsonNode options) {
    /** Options that have no part in the answer: a run may go on with others. */
    private static final Set<String> FREE = Set.of("maxSeconds", "maxSweeps", "certifySeconds");

    private static final ObjectMapper JSON = new ObjectMapper();

    static SameRun as(String directory, RunOptions options) {
        try {
            // as a file would give it back: whole numbers of whatever type become alike
            return new SameRun(directory, JSON.readTree(JSON.writeValueAsBytes(options)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireOptions(JsonNode there) {
        List<String> differences = new ArrayList<>();
        compare("", there, options, differences);
        if (!differences.isEmpty()) {
            throw new BadInputException(directory + ": the checkpoint was made with other options: "
                    + String.join("; ", differences) + "; give the same, or begin again in another --checkpoint-dir");
        }
    }

    private static void compare(String name, JsonNode there, JsonNode here, List<String> found) {
        Set<String> keys = new TreeSet<>();
        there.fieldNames().forEachRemaining(keys::add);
        here.fieldNames().forEachRemaining(keys::add);
        if (keys.isEmpty() && !there.equals(here)) {
            found.add(name + " " + there.asText() + " there, " + here.asText() + " here");
        }
        for (String key : keys) {
            if (!FREE.contains(key)) {
                compare(key, there.path(key), here.path(key), found);
            }
        }
    }

    void requireData(DataFingerprint there, DataFingerprint here) {
        if (!there.equals(here)) {
            throw new BadInputException(directory + ": the checkpoint is of other data: " + difference(there, here)
                    + "; give the data that it was made of, or begin again in another --checkpoint-dir");
        }
    }

    private static String difference(DataFingerprint there, DataFingerprint here) {
        if (there.rows() != here.rows() || there.columns() != here.columns()) {
            return there.rows() + " x " + there.columns() + " there, " + here.rows() + " x " + here.columns() + " here";
        }
        return there.entries() != here.entries()
                ? there.entries() + " entries there, " + here.entries() + " here"
                : "the size is the same, ids or values differ";
    }
}
