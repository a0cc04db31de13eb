package org.certifact.datasets;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;

/** Reads the first lines of a text file on the driver, decompressed, without line ends and without a byte order mark. */
final class TextHead implements Closeable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final LineReader reader;
    private final Text line = new Text();
    private long number;

    private TextHead(LineReader reader) {
        this.reader = reader;
    }

    static TextHead open(Path path, Configuration configuration) throws IOException {
        InputStream raw = path.getFileSystem(configuration).open(path);
        CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
        return new TextHead(new LineReader(codec == null ? raw : codec.createInputStream(raw)));
    }

    static TextHead of(InputStream text) {
        return new TextHead(new LineReader(text));
    }

    /** The next line; null at the end. */
    String next() throws IOException {
        if (reader.readLine(line) == 0) {
            return null;
        }
        number++;
        String text = line.toString();
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** The 1-based number of the line read last. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
