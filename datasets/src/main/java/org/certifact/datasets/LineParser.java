package org.certifact.datasets;

import java.io.Serializable;
import java.util.function.Consumer;

/** Turns lines into entries or rows. */
interface LineParser {
    /**
     * Hands on the records of a line: none where it holds no record, two where it stands for its mirror image as well.
     *
     * @throws Rejection if it holds a record that is neither; then none was handed on
     */
    void parse(Line line, Consumer<? super Parsed> records) throws Rejection;

    /** What is known about the files before their lines are parsed; makes a parser for each partition. */
    interface Layout extends Serializable {
        LineParser parser();
    }
}
