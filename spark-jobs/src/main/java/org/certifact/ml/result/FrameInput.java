package org.certifact.ml.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the report of a model says it was fitted to, where that was a data frame: a description only. */
public final class FrameInput {
    /** What {@code reads} says in a report. */
    public static final String NAME = "frame";

    private FrameInput() {}

    /** @param title what the frame holds, for people */
    public static JsonNode of(String title) {
        return JsonNodeFactory.instance.objectNode().put("reads", NAME).put("title", title);
    }
}
