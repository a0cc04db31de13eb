package org.certifact.datasets;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The entries and the bad records of a partition's lines, parsed as they are asked for. */
final class ParsedLines implements Iterator<Parsed> {
    private final Iterator<Line> lines;
    private final LineParser parser;
    private final Queue<Parsed> ready = new ArrayDeque<>();

    ParsedLines(Iterator<Line> lines, LineParser parser) {
        this.lines = lines;
        this.parser = parser;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && lines.hasNext()) {
            Line line = lines.next();
            try {
                parser.parse(line, ready::add);
            } catch (Rejection rejection) {
                ready.add(new BadRecord(line.source(), rejection.getMessage(), line.text()));
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Parsed next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
