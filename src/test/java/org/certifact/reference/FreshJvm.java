package org.certifact.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A process that knows nothing but a saved pipeline: it writes every prediction, to the last bit. */
final class FreshJvm {
    private static final Path JVM_OPTIONS = Path.of("..", "..", "submit-scripts", "jvm.options");

    private FreshJvm() {}

    /** @param arguments pipeline, ratings, output */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession spark = session()) {
            PipelineModel pipeline = PipelineModel.load(arguments[0]);
            Files.write(Path.of(arguments[2]), predictions(pipeline.transform(ratings(spark, Path.of(arguments[1])))));
        }
    }

    static List<String> predict(Path pipeline, Path ratings, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "@" + JVM_OPTIONS.toAbsolutePath().normalize(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshJvm.class.getName(),
                        pipeline.toString(),
                        ratings.toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.resolveSibling("fresh-jvm.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(Files.readString(output.resolveSibling("fresh-jvm.log")));
        }
        return Files.readAllLines(output);
    }

    /** user, item, rating. */
    static Dataset<Row> ratings(SparkSession spark, Path file) {
        return spark.read()
                .option("sep", "\t")
                .schema("user INT, item INT, rating DOUBLE, time LONG")
                .csv(file.toString())
                .drop("time");
    }

    static List<String> predictions(Dataset<Row> predicted) {
        return predicted.sort("user", "item").collectAsList().stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + Double.toHexString(row.<Double>getAs("prediction")))
                .toList();
    }

    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }
}
