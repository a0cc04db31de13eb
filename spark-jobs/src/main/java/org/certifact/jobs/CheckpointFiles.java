package org.certifact.jobs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.datasets.BadInputException;
import org.certifact.matrix.FactorMatrix;

/**
 * A directory of checkpoints, {@code checkpoint-000001} and so on, of which the last two are kept. Each is written under
 * another name and renamed, and holds the factors (Parquet), {@code state.json}, and {@code checksums.json} with the
 * SHA-256 of every other file.
 */
final class CheckpointFiles {
    private static final String STATE = "state.json";
    private static final String CHECKSUMS = "checksums.json";
    private static final String NAME = "checkpoint-";
    private static final String UNFINISHED = "." + NAME;
    private static final int KEPT = 2;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final JavaSparkContext spark;
    private final Path directory;
    private final FileSystem files;
    private final List<Path> damaged = new ArrayList<>();
    private int last;

    private CheckpointFiles(JavaSparkContext spark, Path directory, FileSystem files) throws IOException {
        this.spark = spark;
        this.directory = directory;
        this.files = files;
        this.last = list().stream().mapToInt(CheckpointFiles::number).max().orElse(0);
    }

    /** Checks, before any long work, that checkpoints can be kept there. */
    static CheckpointFiles open(JavaSparkContext spark, CheckpointSpec spec) {
        try {
            Path directory = new Path(spec.directory());
            FileSystem files = directory.getFileSystem(spark.hadoopConfiguration());
            if (!files.mkdirs(directory)) {
                throw new IOException("the directory cannot be created");
            }
            CheckpointFiles all = new CheckpointFiles(spark, files.makeQualified(directory), files);
            if (!spec.resume() && all.last > 0) {
                throw new BadInputException(spec.directory() + ": holds checkpoints of an earlier run; give --resume to"
                        + " go on from there, or another --checkpoint-dir");
            }
            Path probe = new Path(directory, UNFINISHED + "probe");
            files.create(probe, true).close();
            for (FileStatus file : files.listStatus(directory)) {
                if (file.getPath().getName().startsWith(UNFINISHED)) {
                    files.delete(file.getPath(), true);
                }
            }
            return all;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(
                    "--checkpoint-dir " + spec.directory() + ": cannot be written: " + e.getMessage());
        }
    }

    /** A factor with the ids of its rows. */
    record NamedFactor(String name, JavaRDD<String[]> ids, FactorMatrix factor) {}

    /** Writes one more, and lets go of those before the last two. @return its name */
    String write(Checkpoint state, List<NamedFactor> factors) {
        try {
            Path path = new Path(directory, String.format(Locale.ROOT, "%s%06d", NAME, last + 1));
            Path unfinished = new Path(directory, "." + path.getName());
            for (NamedFactor factor : factors) {
                StateTable.write(factor.ids(), factor.factor(), new Path(unfinished, factor.name()).toString());
            }
            write(new Path(unfinished, STATE), state);
            write(new Path(unfinished, CHECKSUMS), Checksums.of(spark, unfinished));
            if (files.exists(path)) {
                throw new BadInputException(path + ": another run keeps its checkpoints here; give each its own");
            }
            if (!files.rename(unfinished, path)) {
                throw new IOException(unfinished + " cannot be renamed to " + path);
            }
            last++;
            damaged.addAll(list().stream()
                    .filter(other -> number(other) <= last - KEPT)
                    .toList());
            for (Path old : damaged) {
                files.delete(old, true);
            }
            damaged.clear();
            return path.getName();
        } catch (BadInputException e) {
            throw e;
        } catch (Exception e) { // of a Spark job too, which does not declare what it throws
            throw new IllegalStateException("a checkpoint cannot be written to " + directory, e);
        }
    }

    private void write(Path file, Object value) throws IOException {
        try (var out = files.create(file, false)) {
            out.write(JSON.writeValueAsBytes(value));
        }
    }

    /** A checkpoint that is as it was written. @param path where its factors are */
    record Stored(Checkpoint state, Path path) {}

    /** The newest that is whole. @throws BadInputException where there are some, and none is whole */
    Optional<Stored> newest() {
        List<String> faults = new ArrayList<>();
        try {
            for (Path path : list()) {
                Optional<String> fault = fault(path);
                if (fault.isEmpty()) {
                    faults.forEach(f -> System.err.println(
                            "certifact: " + f + "; going on from " + path.getName() + ", the one before"));
                    return Optional.of(new Stored(read(path), path));
                }
                damaged.add(path);
                faults.add(path.getName() + " is damaged: " + fault.get());
            }
        } catch (IOException e) {
            throw new BadInputException(directory + ": cannot be read: " + e.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new BadInputException(directory + ": no checkpoint is whole: " + String.join("; ", faults)
                    + "; run without --resume and with another --checkpoint-dir to begin again");
        }
        return Optional.empty();
    }

    private Checkpoint read(Path path) throws IOException {
        try (var in = files.open(new Path(path, STATE))) {
            JsonNode tree = JSON.readTree((java.io.InputStream) in);
            int format = tree.path("format").asInt();
            if (format != Checkpoint.FORMAT) {
                throw new BadInputException(path + ": has format " + format + ", this version reads format "
                        + Checkpoint.FORMAT + "; go on with the version that wrote it");
            }
            return JSON.treeToValue(tree, Checkpoint.class);
        }
    }

    private Optional<String> fault(Path path) {
        try (var in = files.open(new Path(path, CHECKSUMS))) {
            Map<String, String> wanted = JSON.readValue((java.io.InputStream) in, new TypeReference<>() {});
            Map<String, String> found = Checksums.of(spark, path);
            found.remove(CHECKSUMS);
            if (wanted == null || !wanted.keySet().equals(found.keySet())) {
                return Optional.of("it holds other files than it should");
            }
            return wanted.keySet().stream()
                    .filter(name -> !found.get(name).equals(wanted.get(name)))
                    .findFirst()
                    .map(name -> name + " is not as it was written");
        } catch (IOException e) {
            return Optional.of(CHECKSUMS + " cannot be read");
        }
    }

    /** Lets go of all: the run has come to its end. */
    void clear() {
        try {
            for (Path path : list()) {
                files.delete(path, true);
            }
        } catch (IOException e) {
            System.err.println("certifact: checkpoints in " + directory + " could not be removed: " + e.getMessage());
        }
    }

    /** All, the newest first. */
    private List<Path> list() throws IOException {
        return Arrays.stream(files.listStatus(directory))
                .map(FileStatus::getPath)
                .filter(path -> path.getName().matches(NAME + "\\d{6,9}"))
                .sorted(Comparator.comparingInt(CheckpointFiles::number).reversed())
                .toList();
    }

    private static int number(Path path) {
        return Integer.parseInt(path.getName().substring(NAME.length()));
    }
}
