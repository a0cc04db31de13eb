package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** What the launcher hands to an installation's spark-submit, for a master that is not there. */
class SubmitLineTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void requireThePackagedProgram() {
        LaunchedCommand.requireThePackagedProgram();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--master yarn --deploy-mode client",
                "--master yarn --deploy-mode cluster --queue research",
                "--master k8s://https://host:6443 --deploy-mode cluster",
                "--master spark://host:7077",
                "--master spark://host:7077 --deploy-mode cluster"
            })
    void everyMasterGetsOneJarOneClassAndTheOptionsOfTheJvm(String options) throws Exception {
        String[] given = (options + " complete --conf spark.executor.memory=8g --input hdfs:///ratings").split(" ", -1);
        SparkSubmitArguments submitted = submitted(given);

        assertThat(options).contains("--master " + submitted.maybeMaster().get());
        if (options.contains("--deploy-mode")) {
            assertThat(options).contains("--deploy-mode " + submitted.deployMode());
        }
        assertThat(submitted.mainClass()).isEqualTo("org.certifact.jobs.Certifact");
        assertThat(submitted.primaryResource()).endsWith("spark-jobs/target/certifact.jar");
        assertThat(CollectionConverters.asJava(submitted.childArgs()))
                .containsExactly("complete", "--input", "hdfs:///ratings");
        assertThat(submitted.sparkProperties().apply("spark.executor.memory")).isEqualTo("8g");
        assertThat(submitted.driverExtraJavaOptions()).contains("--add-modules=jdk.incubator.vector");
        // the file of this host says nothing to a driver on another
        assertThat(submitted.driverExtraJavaOptions().contains("log4j2"))
                .isEqualTo(!options.contains("--deploy-mode cluster"));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        String[] hostile = {
            "complete",
            "--input",
            "a b'c\"d$(touch pwned)`touch pwned`;touch pwned",
            "--output",
            "*",
            "--columns",
            "\\n\n%s,{x}[y]?",
            ""
        };
        List<String> submitted = arguments(hostile);

        assertThat(submitted.subList(submitted.size() - hostile.length, submitted.size()))
                .containsExactly(hostile);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("pwned");
        }
    }

    private SparkSubmitArguments submitted(String... given) throws Exception {
        return new SparkSubmitArguments(
                CollectionConverters.asScala(arguments(given)).toSeq(),
                scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(
                        Map.of("SPARK_HOME", directory.toString(), "HADOOP_CONF_DIR", directory.toString()))));
    }

    /** What a spark-submit that only writes down its arguments was called with. */
    private List<String> arguments(String... given) throws Exception {
        Path home = directory.resolve("an installation");
        Path written = directory.resolve("arguments");
        script(home.resolve("bin/spark-submit"), "printf '%s\\0' \"$@\" >'" + written + "'");
        LaunchedCommand run =
                LaunchedCommand.start(directory, Map.of("SPARK_HOME", home.toString()), "certifact", given);
        assertThat(run.exitCode()).as(run.err()).isZero();
        String all = Files.readString(written, StandardCharsets.UTF_8);
        return Arrays.asList(all.substring(0, all.length() - 1).split("\0", -1));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
