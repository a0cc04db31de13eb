package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext$;
import org.apache.spark.TaskContextImpl;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.Option;

/**
 * Damaged files are either read or refused with a message: no other exception, no end of memory, no hang. The number of
 * files is that of {@code -Dcertifact.fuzz=N}, shared by the kinds; the same N makes the same files.
 */
class MutatedInputTest {
    private static final int FILES = Integer.getInteger("certifact.fuzz", 1200);

    /** Of hundred files: those that cost less get more. */
    enum Kind {
        TEXT("a.csv", 22),
        GZIP("a.csv.gz", 13),
        MATRIX_MARKET("a.mtx", 17),
        LIBSVM("a.libsvm", 12),
        TABLE("t.csv", 6),
        NPY("a.npy", 10),
        MATRIX_MARKET_ARRAY("t.mtx", 3),
        PNG("a.png", 5),
        JPEG("a.jpg", 3),
        BMP("a.bmp", 2),
        TIFF("a.tif", 2),
        DOCUMENT("a.txt", 4),
        PARQUET("a.parquet", 1);

        private final String file;
        private final int share;

        Kind(String file, int share) {
            this.file = file;
            this.share = share;
        }
    }

    @TempDir
    private Path directory;

    @BeforeEach
    void quiet() {
        SharedSpark.CONTEXT.setLogLevel("OFF"); // a task that fails as it should is no news
    }

    @AfterEach
    void loud() {
        SharedSpark.CONTEXT.setLogLevel("WARN");
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDamagedFileIsReadOrRefused(Kind kind) throws IOException {
        List<byte[]> seeds = seeds(kind);
        int count = Math.max(1, FILES * kind.share / 100);
        int read = 0;
        int refused = 0;
        for (int k = 0; k < count; k++) {
            Mutation mutation = new Mutation(1_000_003L * kind.name().hashCode() + k);
            byte[] damaged = mutation.of(seeds.get(k % seeds.size()), seeds.get((k + 1) % seeds.size()));
            if (kind == Kind.GZIP && k % 2 == 0) {
                damaged =
                        zipped(mutation.of(TEXTS.get(k / 2 % TEXTS.size()).getBytes(StandardCharsets.UTF_8), damaged));
            }
            Path file = Files.write(directory.resolve(kind.file), damaged);
            try {
                read(kind, file.toString());
                read++;
            } catch (Throwable failure) {
                if (!isRefusal(failure)) {
                    throw new AssertionError(
                            kind + " file " + k + ": " + HexFormat.of().formatHex(damaged), failure);
                }
                refused++;
            }
            Files.delete(file);
            Files.deleteIfExists(directory.resolve("." + kind.file + ".crc"));
        }
        System.out.printf("%s: %d damaged files read, %d refused%n", kind, read, refused);
        assertThat(read + refused).isEqualTo(count);
        assertThat(refused).isPositive();
    }

    /** By our own exception, directly or from a task. */
    private static boolean isRefusal(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BadInputException) {
                return true;
            }
        }
        return UnreadableFile.behind(failure).isPresent();
    }

    private static void read(Kind kind, String file) {
        JavaSparkContext spark = SharedSpark.CONTEXT;
        switch (kind) {
            case TEXT, GZIP, MATRIX_MARKET, LIBSVM, PARQUET -> {
                EntrySet entries = EntryReader.read(spark, List.of(file), ReadOptions.defaults());
                evaluate(entries.entries());
                entries.check();
            }
            case TABLE, NPY, MATRIX_MARKET_ARRAY -> {
                DenseTable table = TableReader.read(spark, List.of(file), TableOptions.defaults());
                if (kind != Kind.MATRIX_MARKET_ARRAY) { // whose rows come by a shuffle
                    evaluate(table.rows());
                }
            }
            case PNG, JPEG, BMP, TIFF ->
                evaluate(ImageReader.read(spark, List.of(file), ImageOptions.defaults())
                        .rows());
            case DOCUMENT -> evaluate(DocumentReader.read(spark, List.of(file)).documents());
        }
    }

    /** In this thread: most files are smaller than a Spark job. */
    private static void evaluate(JavaRDD<?> rdd) {
        for (Partition partition : rdd.rdd().partitions()) {
            TaskContextImpl task = TaskContext$.MODULE$.empty();
            try {
                rdd.rdd().iterator(partition, task).foreach(x -> null);
            } finally {
                task.markTaskCompleted(Option.empty()); // closes files
            }
        }
    }

    private static final List<String> TEXTS = List.of(
            "user,item,rating\n1,10,4.5\n1,20,2\n2,10,5\n\"3, the \"\"third\"\"\",20,-1e-3\n",
            "1::10::5::978300760\n1::20::3::978302109\n2::10::4::978301968\n",
            "1\t10\t4\n2\t20\t3\n3\t10\t1\n4\t30\t2\n");

    private List<byte[]> seeds(Kind kind) throws IOException {
        List<String> texts = switch (kind) {
            case TEXT, GZIP -> TEXTS;
            case MATRIX_MARKET ->
                List.of(
                        "%%MatrixMarket matrix coordinate real general\n% made here\n3 3 4\n1 1 2.5\n2 1 -1\n3 3 1e3\n1 2 7\n",
                        "%%MatrixMarket matrix coordinate integer symmetric\n3 3 3\n1 1 2\n2 1 5\n3 2 1\n",
                        "%%MatrixMarket matrix coordinate pattern general\n2 4 3\n1 1\n2 4\n1 3\n");
            case MATRIX_MARKET_ARRAY ->
                List.of(
                        "%%MatrixMarket matrix array real general\n2 3\n1\n2\n3\n4\n5\n6\n",
                        "%%MatrixMarket matrix array integer skew-symmetric\n3 3\n1\n2\n3\n");
            case LIBSVM -> List.of("1 1:0.5 3:-2 7:1e-2\n-1 2:4\n1 1:1 2:1 3:1\n", "0 5:1\n2.5 1:3 9:4\n");
            case TABLE -> List.of("name,a,b\nx,1,2\ny,3,4\nz,5,6\n", "1 2 3\n4 5 6\n", "1;2\n\n3;NA\n");
            case DOCUMENT -> List.of("The quick brown fox.\nÜber 12 Hügel.\n", "日本語 text\r\nwith lines\r\n");
            default -> List.of();
        };
        List<byte[]> seeds = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            seeds.add(kind == Kind.GZIP ? zipped(bytes) : bytes);
        }
        Path file = directory.resolve("seed." + kind.file.substring(kind.file.lastIndexOf('.') + 1));
        switch (kind) {
            case NPY -> {
                double[][] values = {{1, 2.5, -3}, {4, 5, 6}};
                seeds.add(bytes(NpyFile.write(file, values)));
                seeds.add(bytes(NpyFile.write(
                        file, 2, NpyFile.header(">i2", "True", "(2, 3)"), NpyFile.elements(values, ">i2", true))));
            }
            case PNG, JPEG, BMP, TIFF -> {
                seeds.add(bytes(Pictures.grey(file, 9, 7, (x, y) -> 20 * x + y)));
                seeds.add(bytes(Pictures.samples(file, BufferedImage.TYPE_3BYTE_BGR, 5, 8, (x, y) -> 30 * x + y)));
            }
            case PARQUET -> {
                seeds.add(bytes(Inputs.parquet(
                        directory,
                        "seed.parquet",
                        "select id as user, concat('i', id % 3) as item, id * 0.5D as rating from range(20)")));
                seeds.add(bytes(
                        Inputs.parquet(directory, "seed2.parquet", "select 'u' as a, 7 as b, 1.5F as c, 2 as d")));
            }
            default -> {}
        }
        return seeds;
    }

    private static byte[] bytes(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(file));
        Files.delete(Path.of(file));
        return bytes;
    }

    private static byte[] zipped(byte[] text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text);
        }
        return zipped.toByteArray();
    }
}
