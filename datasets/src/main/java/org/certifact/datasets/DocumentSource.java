package org.certifact.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** The texts of files, read where they are asked for, decompressed. */
final class DocumentSource implements Serializable {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private final Broadcast<InputFiles> files;
    private final Broadcast<SerializableConfiguration> configuration;

    DocumentSource(JavaSparkContext spark, InputFiles files) {
        this.files = spark.broadcast(files);
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    /** What is wrong with the file and which it is; empty if nothing is. */
    String problem(int file) {
        try {
            return WORD.matcher(text(file)).find() ? "" : name(file) + ": holds no words; leave it out";
        } catch (BadInputException e) {
            return e.getMessage();
        }
    }

    /** @throws BadInputException if the file cannot be read any more */
    Document document(int file) {
        return new Document(name(file), text(file), Source.encode(file, 1));
    }

    private String name(int file) {
        return files.value().name(file);
    }

    private String text(int file) {
        Path path = files.value().path(file);
        Configuration hadoop = configuration.value().value();
        // Refuses archives, what is compressed without saying so, and zero bytes
        FileHead.read(path, name(file), hadoop).text();
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        try (InputStream raw = path.getFileSystem(hadoop).open(path);
                InputStream bytes = codec == null ? raw : codec.createInputStream(raw)) {
            return Utf8.decode(bytes.readAllBytes());
        } catch (Rejection e) {
            throw new BadInputException(name(file) + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BadInputException(name(file) + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
