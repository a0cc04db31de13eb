package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.certifact.reference.MovieLens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two executors in JVMs of their own, with everything that Spark can authenticate and encrypt, say what one process says.
 */
class StandaloneClusterTest {
    private static final String SECRET = "jewel of the crown 2718";

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    private static Path secured;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        LaunchedCommand.requireThePackagedProgram();
        secured = Files.writeString(shared.resolve("secured.conf"), """
                spark.authenticate                 true
                spark.authenticate.secret          %s
                spark.network.crypto.enabled       true
                spark.io.encryption.enabled        true
                spark.executor.extraJavaOptions    -XX:TieredStopAtLevel=1
                """.formatted(SECRET));
        cluster = StandaloneCluster.start(shared.resolve("cluster"), "--properties-file", secured.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void securedExecutorsReachTheAnswerOfOneProcessAndTellNoSecret() throws Exception {
        StoredResult remote = agreesWithOneProcess("--lambda", "20");

        assertThat(cluster.logs()).contains("Registered app").doesNotContain(SECRET);
        try (Stream<Path> files = Files.walk(remote.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void movieLensHasTheAnswerOfOneProcess() throws Exception {
        assumeTrue(Boolean.getBoolean("certifact.long"), "takes most of a minute; run with -Dcertifact.long=true");
        assumeTrue(
                Files.exists(MovieLens.file()),
                "MovieLens 100K is not there; name the folder of ml-100k/u.data with -Dcertifact.data=FOLDER");
        agreesWithOneProcess("--input", MovieLens.file().toString(), "--lambda", "30", "--center", "mean");
    }

    @Test
    void fiveMillionEntriesHaveTheAnswerOfOneProcess() throws Exception {
        assumeTrue(Boolean.getBoolean("certifact.long"), "takes minutes; run with -Dcertifact.long=true");
        Path generated = directory.resolve("ratings");
        Invocation made = Invocation.of(
                "generate",
                "--rows",
                "50000",
                "--columns",
                "5000",
                "--entries",
                "5000000",
                "--output",
                generated.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        agreesWithOneProcess("--input", generated.toString(), "--lambda", "200", "--center", "mean");
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotLetIn() throws Exception {
        assumeTrue(Boolean.getBoolean("certifact.long"), "Spark asks for a minute; run with -Dcertifact.long=true");
        Path wrong = Files.writeString(
                directory.resolve("wrong.conf"), Files.readString(secured).replace(SECRET, "paste"));
        LaunchedCommand run = LaunchedCommand.run(
                directory,
                "certifact",
                "complete",
                "--lambda",
                "20",
                "--output",
                directory.resolve("model").toString(),
                "--master",
                cluster.master(),
                "--properties-file",
                wrong.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(directory.resolve("model")).doesNotExist();
    }

    private StoredResult agreesWithOneProcess(String... options) throws Exception {
        StoredResult remote = new StoredResult(directory.resolve("remote"));
        StoredResult local = new StoredResult(directory.resolve("local"));
        List<String> submitted = complete(remote, options);
        submitted.addAll(List.of("--master", cluster.master(), "--properties-file", secured.toString()));
        LaunchedCommand run = LaunchedCommand.run(directory, "certifact", submitted.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err() + run.out()).doesNotContain(SECRET);
        Invocation alone = Invocation.of(complete(local, options));
        assertThat(alone.exitCode()).as(alone.err()).isZero();

        agree(remote, local, "primal", 1e-8);
        agree(remote, local, "dual", 1e-6);
        assertThat(remote.verdict()).isEqualTo(local.verdict());
        assertThat(remote.report().get("rank")).isEqualTo(local.report().get("rank"));
        return remote;
    }

    private static void agree(StoredResult remote, StoredResult local, String number, double relative)
            throws IOException {
        double expected = local.number(number);
        assertThat(remote.number(number)).as(number).isEqualTo(expected, within(relative * expected));
    }

    private static List<String> complete(StoredResult result, String... options) {
        List<String> all = new ArrayList<>(List.of("complete", "--output"));
        all.add(result.directory().toString());
        all.addAll(List.of(options));
        return all;
    }
}
