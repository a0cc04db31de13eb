package org.certifact.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Tells the format of files by their ending, else by the first bytes of one file of each directory. */
final class FormatDetector {
    private static final int SNIFFED = 512;
    private static final String PARQUET_MAGIC = "PAR1";
    private static final String ENCRYPTED_PARQUET_MAGIC = "PARE";
    private static final String ZIP_MAGIC = "PK\u0003\u0004";
    private static final String GZIP_MAGIC = "\u001f\u008b";

    private final Configuration configuration;
    private final CompressionCodecFactory codecs;
    private final Map<Path, Format> byDirectory = new HashMap<>();

    FormatDetector(Configuration configuration) {
        this.configuration = configuration;
        this.codecs = new CompressionCodecFactory(configuration);
    }

    /**
     * The format that was asked for, or the one that all the files have.
     *
     * @throws BadInputException if the files' formats differ, or if the first holds something else
     */
    Format detect(InputFiles files, Format asked) {
        Format format = asked == Format.AUTO ? common(files) : asked;
        Format found = sniff(files.path(0), codecs.getCodec(files.path(0)), files.name(0));
        if (format == Format.PARQUET && found != Format.PARQUET) {
            throw new BadInputException(files.name(0) + ": is not a Parquet file; name its format if it is another");
        }
        if (format != Format.PARQUET && found == Format.PARQUET) {
            throw new BadInputException(files.name(0) + ": is a Parquet file, not " + format);
        }
        return format;
    }

    private Format common(InputFiles files) {
        Format first = detect(files, 0);
        for (int file = 1; file < files.size(); file++) {
            Format other = detect(files, file);
            if (other != first) {
                throw new BadInputException(files.name(0) + " is " + first + ", " + files.name(file) + " is " + other
                        + "; give files of one format at a time");
            }
        }
        return first;
    }

    private Format detect(InputFiles files, int file) {
        Path path = files.path(file);
        CompressionCodec codec = codecs.getCodec(path);
        String name = path.getName().toLowerCase(Locale.ROOT);
        String bare = codec == null ? name : CompressionCodecFactory.removeSuffix(name, codec.getDefaultExtension());
        if (name.endsWith(".parquet")) {
            return Format.PARQUET;
        }
        if (bare.endsWith(".mtx")) {
            return Format.MATRIX_MARKET;
        }
        return byDirectory.computeIfAbsent(path.getParent(), directory -> sniff(path, codec, files.name(file)));
    }

    private Format sniff(Path path, CompressionCodec codec, String name) {
        try {
            FileSystem system = path.getFileSystem(configuration);
            String raw = head(system.open(path));
            if (raw.startsWith(PARQUET_MAGIC) || raw.startsWith(ENCRYPTED_PARQUET_MAGIC)) {
                return Format.PARQUET;
            }
            if (raw.startsWith(ZIP_MAGIC)) {
                throw new BadInputException(name + ": is a zip archive; unzip it and name the file within");
            }
            if (raw.startsWith(GZIP_MAGIC) && codec == null) {
                throw new BadInputException(name + ": is compressed by gzip; rename it to " + name + ".gz");
            }
            String text = codec == null ? raw : head(decompressed(codec, system.open(path)));
            if (text.indexOf('\0') >= 0) {
                throw new BadInputException(name + ": holds zero bytes, so it is no UTF-8 text; convert it");
            }
            return text.regionMatches(true, 0, MatrixMarketHeader.BANNER, 0, MatrixMarketHeader.BANNER.length())
                    ? Format.MATRIX_MARKET
                    : Format.TEXT;
        } catch (IOException e) {
            throw new BadInputException(name + ": cannot be read: " + e.getMessage(), e);
        }
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
            return new String(stream.readNBytes(SNIFFED), StandardCharsets.ISO_8859_1);
        }
    }
}
