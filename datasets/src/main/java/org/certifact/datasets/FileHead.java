package org.certifact.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The first bytes of a file, each as one character: as they are stored, and as they are once decompressed. */
final class FileHead {
    static final int READ = 512;
    private static final String PARQUET_MAGIC = "PAR1";
    private static final String ENCRYPTED_PARQUET_MAGIC = "PARE";
    private static final String ZIP_MAGIC = "PK\u0003\u0004";
    private static final String GZIP_MAGIC = "\u001f\u008b";

    private final String name;
    private final boolean compressed;
    private final String stored;
    private final String content;

    private FileHead(String name, boolean compressed, String stored, String content) {
        this.name = name;
        this.compressed = compressed;
        this.stored = stored;
        this.content = content;
    }

    /** @throws BadInputException if the file cannot be read, or if it is an archive or compressed without saying so */
    static FileHead read(Path path, String name, Configuration configuration) {
        try {
            FileSystem system = path.getFileSystem(configuration);
            CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
            String stored = head(system.open(path));
            if (stored.startsWith(ZIP_MAGIC)) {
                throw new BadInputException(name + ": is a zip archive; unzip it and name the file within");
            }
            if (stored.startsWith(GZIP_MAGIC) && codec == null) {
                throw new BadInputException(name + ": is compressed by gzip; rename it to " + name + ".gz");
            }
            String content = codec == null || isParquet(stored) ? stored : head(decompressed(codec, system.open(path)));
            return new FileHead(name, codec != null, stored, content);
        } catch (IOException e) {
            throw new BadInputException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    boolean isParquet() {
        return isParquet(stored);
    }

    boolean isCompressed() {
        return compressed;
    }

    /** The first bytes, decompressed. */
    String content() {
        return content;
    }

    /**
     * The first bytes, decompressed, as far as they must be of a text.
     *
     * @throws BadInputException if they are of none
     */
    String text() {
        if (content.indexOf('\0') >= 0) {
            throw new BadInputException(name + ": holds zero bytes, so it is no UTF-8 text; convert it");
        }
        return content;
    }

    private static boolean isParquet(String stored) {
        return stored.startsWith(PARQUET_MAGIC) || stored.startsWith(ENCRYPTED_PARQUET_MAGIC);
    }

    private static InputStream decompressed(CompressionCodec codec, InputStream raw) throws IOException {
        try {
            return codec.createInputStream(raw);
        } catch (RuntimeException e) {
            // Codecs whose native library is missing say so by a bare RuntimeException
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String head(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readNBytes(READ), StandardCharsets.ISO_8859_1);
        }
    }
}
