package org.certifact.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What may lie in a directory before a run. */
final class Contents {
    static final BadInput.Content NOTHING = directory -> {};

    private Contents() {}

    static BadInput.Content text(String name, String text) {
        return directory -> Files.writeString(directory.resolve(name), text);
    }

    static BadInput.Content directory(String name) {
        return directory -> Files.createDirectory(directory.resolve(name));
    }

    static BadInput.Content gzip(String name, String text) {
        return directory -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
                out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        };
    }

    static BadInput.Content zip(String name) {
        return directory -> {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(directory.resolve(name)))) {
                out.putNextEntry(new ZipEntry("ratings.csv"));
                out.closeEntry();
            }
        };
    }

    /** One Parquet file with columns user (long), item (string), rating (double). */
    static BadInput.Content parquet(String name, double... ratings) {
        return directory -> {
            try (SparkSession spark = session()) {
                List<Row> rows = Arrays.stream(ratings)
                        .mapToObj(rating -> RowFactory.create(7L, "item", rating))
                        .toList();
                StructType schema = new StructType()
                        .add("user", DataTypes.LongType)
                        .add("item", DataTypes.StringType)
                        .add("rating", DataTypes.DoubleType);
                Path written = directory.resolve("written");
                spark.createDataFrame(rows, schema).coalesce(1).write().parquet(written.toString());
                Files.move(onlyPart(written), directory.resolve(name));
                delete(written);
            }
        };
    }

    static SparkSession session() {
        return SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }

    /** The one Parquet file in a directory that Spark wrote. */
    static Path onlyPart(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory, "part-*.parquet")) {
            return files.iterator().next();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
