package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.certifact.cli.Invocation;
import org.certifact.cli.StoredResult;
import org.certifact.cli.Vote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input, saved state and result on HDFS, of whose two datanodes one ends during the run. */
class HdfsTest {
    @TempDir
    private Path directory;

    @Test
    void aRunOnHdfsOutlivesADatanode() throws Exception {
        Configuration hadoop = new Configuration();
        hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, directory.resolve("dfs").toString());
        hadoop.setInt("dfs.replication", 2);
        try (MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(hadoop).numDataNodes(2).build()) {
            cluster.waitActive();
            DistributedFileSystem files = cluster.getFileSystem();
            String input = cluster.getURI() + "/votes/a{1}.csv";
            write(files, input, Vote.csv());
            CompletableFuture<Void> loss = CompletableFuture.runAsync(() -> {
                awaitStaging(files);
                cluster.stopDataNode(0);
            });
            String output = cluster.getURI() + "/model";
            String state = cluster.getURI() + "/state";
            Invocation run = complete("--input", input, "--output", output, "--checkpoint-dir", state);

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(loss).isCompleted();
            StoredResult local = new StoredResult(directory.resolve("local"));
            assertThat(complete("--output", local.directory().toString()).exitCode())
                    .isZero();
            double primal = local.number("primal");
            assertThat(report(files, output).get("primal").asDouble()).isEqualTo(primal, within(1e-6 * primal));
            assertThat(Invocation.of("verify", output).exitCode()).isZero();
            assertThat(Arrays.stream(files.listStatus(new org.apache.hadoop.fs.Path("/")))
                            .map(FileStatus::getPath)
                            .map(org.apache.hadoop.fs.Path::getName))
                    .contains("model", "votes")
                    .noneMatch(name -> name.startsWith(".model"));
        }
    }

    /** Until a run has made the directory that it works in. */
    private static void awaitStaging(DistributedFileSystem files) {
        try {
            while (files.globStatus(new org.apache.hadoop.fs.Path("/.model.*-*")).length == 0) {
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Invocation complete(String... options) {
        List<String> all = new ArrayList<>(List.of("complete", "--lambda", "20"));
        Stream.of(options).forEach(all::add);
        return Invocation.of(all);
    }

    private static void write(DistributedFileSystem files, String path, String text) throws IOException {
        try (var out = files.create(new org.apache.hadoop.fs.Path(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode report(DistributedFileSystem files, String output) throws IOException {
        try (var in = files.open(new org.apache.hadoop.fs.Path(output, "report.json"))) {
            return new ObjectMapper().readTree(in.readAllBytes());
        }
    }
}
