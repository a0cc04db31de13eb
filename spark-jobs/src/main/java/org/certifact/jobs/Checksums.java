package org.certifact.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/** SHA-256 of every file below a directory, computed where there are executors to do it. */
final class Checksums {
    private Checksums() {}

    /** @return by path relative to the directory */
    static Map<String, String> of(JavaSparkContext spark, Path directory) throws IOException {
        Configuration hadoop = spark.hadoopConfiguration();
        FileSystem files = directory.getFileSystem(hadoop);
        Path root = files.makeQualified(directory);
        List<String> names = new ArrayList<>();
        for (var found = files.listFiles(root, true); found.hasNext(); ) {
            names.add(root.toUri().relativize(found.next().getPath().toUri()).getPath());
        }
        String base = root.toString();
        SerializableConfiguration configuration = new SerializableConfiguration(hadoop);
        List<String> sums = names.isEmpty()
                ? List.of()
                : spark.parallelize(names, Math.min(names.size(), spark.defaultParallelism()))
                        .map(name -> of(new Path(base, name), configuration.value()))
                        .collect();
        Map<String, String> byName = new TreeMap<>();
        for (int k = 0; k < names.size(); k++) {
            byName.put(names.get(k), sums.get(k));
        }
        return byName;
    }

    private static String of(Path file, Configuration hadoop) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(file.getFileSystem(hadoop).open(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // of a file that cannot be read only that it differs from what it was is to be said
            return "unreadable: " + e.getMessage();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
