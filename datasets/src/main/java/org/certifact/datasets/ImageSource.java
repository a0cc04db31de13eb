package org.certifact.datasets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Decodes image files by their index, on whichever executor asks. */
final class ImageSource implements Serializable {
    private final Broadcast<InputFiles> files;
    private final Broadcast<SerializableConfiguration> configuration;
    private final ImageColor color;

    ImageSource(JavaSparkContext spark, InputFiles files, ImageColor color) {
        this.files = spark.broadcast(files);
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        this.color = color;
    }

    String name(int file) {
        return files.value().name(file);
    }

    /** Decodes the image to find what is wrong with it, if anything. */
    ImageSize size(int file) {
        try {
            BufferedImage image = decode(file);
            ImageValues.check(image);
            return new ImageSize(image.getWidth(), image.getHeight(), "");
        } catch (Rejection e) {
            return new ImageSize(0, 0, e.getMessage());
        }
    }

    /** @throws BadInputException if the image cannot be read any more */
    double[] values(int file) {
        try {
            return ImageValues.of(decode(file), color);
        } catch (Rejection e) {
            throw new BadInputException(name(file) + ": " + e.getMessage(), e);
        }
    }

    private BufferedImage decode(int file) throws Rejection {
        Path path = files.value().path(file);
        try {
            FileSystem system = path.getFileSystem(configuration.value().value());
            long length = system.getFileStatus(path).getLen();
            try (InputStream bytes = system.open(path)) {
                return ImageDecoder.decode(bytes, length);
            }
        } catch (IOException e) {
            throw new Rejection("cannot be read: " + e.getMessage());
        }
    }
}
