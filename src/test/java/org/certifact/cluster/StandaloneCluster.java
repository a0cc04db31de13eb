package org.certifact.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A master and two workers of one core, by submit-scripts/cluster. */
@SuppressWarnings("try") // closing may be interrupted: the test then fails, as it should
final class StandaloneCluster implements AutoCloseable {
    private final Path directory;
    private final String master;

    private StandaloneCluster(Path directory, String master) {
        this.directory = directory;
        this.master = master;
    }

    /** @param directory for its logs and scratch @param options more of them */
    static StandaloneCluster start(Path directory, String... options) throws Exception {
        Files.createDirectories(directory);
        List<String> arguments = new ArrayList<>(List.of("start", "--directory", directory.toString()));
        Collections.addAll(arguments, "--port", Integer.toString(freePort()));
        Collections.addAll(arguments, options);
        LaunchedCommand run = LaunchedCommand.run(directory, "cluster", arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new StandaloneCluster(directory, run.out().strip());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As an option says it. */
    String master() {
        return master;
    }

    /** What all its processes, executors included, have written. */
    String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".log") || name.equals("stderr") || name.equals("stdout")) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws Exception {
        LaunchedCommand run = LaunchedCommand.run(directory, "cluster", "stop", "--directory", directory.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
