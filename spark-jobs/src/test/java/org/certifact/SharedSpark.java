package org.certifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;
import org.certifact.jobs.Registrator;

/** One local Spark session for all tests of the module; it ends with the JVM. */
public final class SharedSpark {
    private static final Path CHECKPOINTS = temporary();

    private SharedSpark() {}

    /** The session; a new one where a test has stopped it. */
    public static SparkSession session() {
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .appName("spark-jobs tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .config("spark.kryo.registrationRequired", "true")
                .config("spark.kryo.registrator", Registrator.class.getName())
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
        if (session.sparkContext().getCheckpointDir().isEmpty()) {
            session.sparkContext().setCheckpointDir(CHECKPOINTS.toString());
        }
        return session;
    }

    /** Its context. */
    public static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("certifact-checkpoints");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Utils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
