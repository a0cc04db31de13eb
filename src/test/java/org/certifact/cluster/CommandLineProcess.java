package org.certifact.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The command line in a process of its own, on the class path of the tests. */
final class CommandLineProcess {
    private static final Path JVM_OPTIONS = Path.of("..", "..", "submit-scripts", "jvm.options");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private final Process process;
    private final Path log;

    private CommandLineProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param home stands for a Spark installation, from which executors are started: its directory jars/ is empty
     */
    static CommandLineProcess start(Path home, Map<String, String> conf, String... arguments) throws IOException {
        return start(home, command(conf, arguments));
    }

    /**
     * The same on a terminal of its own, which the program script (util-linux) makes. The shell that script starts makes
     * room for it: some shells that wait would be interrupted along with it and give their own exit code. An interrupt that
     * whoever runs the tests has set to be ignored, as a shell does for what it puts in the background, would be ignored here.
     */
    static CommandLineProcess startOnTerminal(Path home, Map<String, String> conf, String... arguments)
            throws IOException {
        String line = command(conf, arguments).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return start(home, List.of("script", "-qefc", "exec env --default-signal=INT " + line, "/dev/null"));
    }

    private static List<String> command(Map<String, String> conf, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.add("@" + JVM_OPTIONS.toAbsolutePath().normalize());
        conf.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Dspark.ui.enabled=false");
        command.add("-Dspark.driver.host=127.0.0.1");
        command.add("-Dspark.driver.bindAddress=127.0.0.1");
        command.addAll(List.of("-cp", CLASS_PATH, "org.certifact.jobs.Certifact"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static CommandLineProcess start(Path home, List<String> command) throws IOException {
        Files.createDirectories(home.resolve("jars"));
        File log = home.resolve("log.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_DIST_CLASSPATH",
                        CLASS_PATH,
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"));
        return new CommandLineProcess(builder.start(), log.toPath());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As if a person at its terminal typed it. */
    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /** Asks it to end, as a scheduler does: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Ends it without a word: SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until it has printed something so many times, or has ended. */
    void awaitPrinted(String text, int times) throws IOException, InterruptedException {
        while (process.isAlive() && log().split(text, -1).length - 1 < times) {
            Thread.sleep(20);
        }
    }

    /** @return the exit code */
    int await(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("not done after " + seconds + " s:\n" + log());
        }
        return process.exitValue();
    }

    /** What it has printed so far. */
    String log() throws IOException {
        return Files.readString(log);
    }
}
