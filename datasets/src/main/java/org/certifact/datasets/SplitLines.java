package org.certifact.datasets;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import scala.Tuple2;

/** The lines of one split, numbered. A failure to read says after which line. */
final class SplitLines implements Iterator<Line> {
    private final Iterator<Tuple2<LongWritable, Text>> lines;
    private final int file;
    private final String name;
    private long next;

    /** @param first number of the split's first line */
    SplitLines(Iterator<Tuple2<LongWritable, Text>> lines, int file, long first, String name) {
        this.lines = lines;
        this.file = file;
        this.next = first;
        this.name = name;
    }

    @Override
    public boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (Exception e) {
            // Scala throws IOException undeclared; all else, such as a killed task, is not about the file
            if (e instanceof IOException) {
                throw new BadInputException(
                        name + ": cannot be read after line " + (next - 1) + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    @Override
    public Line next() {
        String text = lines.next()._2().toString();
        return new Line(Source.encode(file, next++), text);
    }
}
