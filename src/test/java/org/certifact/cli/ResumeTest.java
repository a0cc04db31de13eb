package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs stopped by their limit on sweeps go on from their checkpoints as if they had never stopped. */
class ResumeTest {
    private static final double SAME = 1e-6;

    @TempDir
    private Path directory;

    private Path checkpoints;
    private Path table;

    @Test
    void aFitGoesOnWithItsMomentum() throws IOException {
        use(ratings(1));
        StoredResult whole = certified("complete", "--lambda", "2", "--tolerance", "1e-8");
        int sweeps = lastSweep(whole);

        stopped(sweeps / 2, "complete", "--lambda", "2", "--tolerance", "1e-8");
        StoredResult resumed = resumed("complete", "--lambda", "2", "--tolerance", "1e-8");

        assertSame(resumed, whole);
        assertThat(lastSweep(resumed)).isEqualTo(sweeps);
        assertThat(resumed.report().get("resumed").get("sweeps").asInt()).isEqualTo(sweeps / 2);
        assertThat(resumed.report().get("iterations").size())
                .isBetween(
                        whole.report().get("iterations").size(),
                        whole.report().get("iterations").size() + 1);
        assertThat(listing()).as("a run that came to its end keeps nothing").isEmpty();
    }

    @Test
    void aSearchForLambdaGoesOnWhereItStood() throws IOException {
        use(ratings(2));
        String[] options = {"complete", "--center", "bias", "--weighting", "0.5", "--tolerance", "1e-4"};
        StoredResult whole = certified(options);
        int onThePath = whole.report().get("path").size() * 3;
        stopped(onThePath / 2, options);
        stoppedAgain(onThePath * 3 / 4, options);
        StoredResult resumed = resumed(options);

        assertSame(resumed, whole);
        assertSamePath(resumed.report().get("path"), whole.report().get("path"));
        assertThat(resumed.number("lambda")).isEqualTo(whole.number("lambda"));
    }

    /** What a resumed solve computes anew differs in its last digits. */
    private static void assertSamePath(JsonNode resumed, JsonNode whole) {
        assertThat(resumed.size()).isEqualTo(whole.size());
        for (int k = 0; k < whole.size(); k++) {
            for (String exact : List.of("lambda", "rank")) {
                assertThat(resumed.get(k).get(exact)).isEqualTo(whole.get(k).get(exact));
            }
            double error = whole.get(k).get("error").asDouble();
            assertThat(resumed.get(k).get("error").asDouble()).isEqualTo(error, within(1e-12 * error));
            double gap = whole.get(k).get("relativeGap").asDouble();
            assertThat(resumed.get(k).get("relativeGap").asDouble()).isEqualTo(gap, within(1e-12));
        }
    }

    @Test
    void nonnegativeFactorsGoOnWithTheirLowerBound() throws IOException {
        use(positive(3));
        String[] options = {"nmf", "--kind", "table", "--lambda", "0.05max", "--tolerance", "1e-5"};
        StoredResult whole = finished(options);
        int sweeps = lastSweep(whole);

        stopped(sweeps * 2 / 3, options);
        StoredResult resumed = resumed(options);

        assertSame(resumed, whole);
        assertThat(resumed.number("dual")).isEqualTo(whole.number("dual"), within(SAME * whole.number("dual")));
    }

    @Test
    void aDamagedCheckpointIsPassedOverAndTwoAreAnError() throws IOException {
        use(ratings(4));
        String[] options = {"complete", "--lambda", "2", "--tolerance", "1e-8"};
        StoredResult whole = certified(options);
        stopped(9, options);
        assertThat(listing()).hasSize(2);

        damage(listing().get(1));
        Invocation passedOver = run("again", "--resume", options);
        assertThat(passedOver.err())
                .contains("is damaged: rows.parquet/", "is not as it was written; going on from checkpoint-");
        assertThat(passedOver.exitCode()).as(passedOver.err()).isZero();
        assertSame(result("again"), whole);
    }

    @Test
    void noCheckpointThatIsWholeIsSaidAndNothingIsDone() throws IOException {
        use(ratings(4));
        String[] options = {"complete", "--lambda", "2", "--tolerance", "1e-8"};
        stopped(9, options);
        damage(listing().get(0));
        cutShort(listing().get(1));

        Invocation refused = run("again", "--resume", options);

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.message())
                .contains("no checkpoint is whole", listing().get(0), listing().get(1));
        assertThat(directory.resolve("again")).doesNotExist();
    }

    @Test
    void aCheckpointOfSomethingElseIsRefusedWithWhatDiffers() throws IOException {
        use(ratings(4));
        String[] options = {"complete", "--lambda", "2", "--tolerance", "1e-8"};
        stopped(9, options);

        Invocation other = run("again", "--resume", "complete", "--lambda", "1", "--tolerance", "1e-8");
        assertThat(other.exitCode()).isEqualTo(3);
        assertThat(other.message()).contains("other options: lambda 2.0 there, 1.0 here;");

        Invocation anew = run("again", "--max-time=1h", options);
        assertThat(anew.message()).contains("holds checkpoints of an earlier run; give --resume");

        Files.writeString(table, Files.readString(table).replaceFirst("\n1,1,[^\n]*", "\n1,1,0.125"));
        Invocation changed = run("again", "--resume", options);
        assertThat(changed.exitCode()).isEqualTo(3);
        assertThat(changed.err()).contains("of other data: the size is the same, ids or values differ");

        Files.writeString(table, Files.readString(table) + "99,99,1\n");
        assertThat(run("again", "--resume", options).err()).contains("of other data: 40 x 25 there, 41 x 26 here");
        assertThat(directory.resolve("again")).doesNotExist();
    }

    @Test
    void withoutACheckpointARunBeginsAtTheBeginning() throws IOException {
        use(ratings(5));
        Invocation run = run("first", "--resume", "complete", "--lambda", "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("no checkpoint yet; beginning at the beginning");
        assertThat(result("first").report().get("resumed").isNull()).isTrue();
        assertThat(Invocation.of("complete", "--resume").message()).contains("--resume: give the --checkpoint-dir");
    }

    private void use(String text) throws IOException {
        checkpoints = directory.resolve("checkpoints");
        table = Files.writeString(directory.resolve("data.csv"), text);
    }

    private StoredResult certified(String... options) throws IOException {
        StoredResult whole = finished(options);
        assertThat(whole.verdict()).isEqualTo("CERTIFIED");
        return whole;
    }

    private StoredResult finished(String... options) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(List.of(
                "--input",
                table.toString(),
                "--output",
                directory.resolve("whole").toString()));
        Invocation run = Invocation.of(all);
        assertThat(run.exitCode()).as(run.err()).isIn(0, 2);
        return result("whole");
    }

    private void stopped(int sweeps, String... options) throws IOException {
        Invocation run = run("stopped" + sweeps, "--max-sweeps=" + sweeps, options);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(result("stopped" + sweeps).verdict()).isEqualTo("ITERATION_LIMIT");
    }

    private void stoppedAgain(int sweeps, String... options) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.add("--resume");
        stopped(sweeps, all.toArray(String[]::new));
    }

    private StoredResult resumed(String... options) throws IOException {
        Invocation run = run("resumed", "--resume", options);
        assertThat(run.exitCode()).as(run.err()).isIn(0, 2);
        assertThat(run.out()).contains("resumed      from checkpoint-");
        return result("resumed");
    }

    private Invocation run(String output, String more, String... options) {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(List.of("--checkpoint-dir", checkpoints.toString(), "--checkpoint-interval", "every:4", more));
        all.addAll(List.of(
                "--input",
                table.toString(),
                "--output",
                directory.resolve(output).toString()));
        return Invocation.of(all);
    }

    private StoredResult result(String name) {
        return new StoredResult(directory.resolve(name));
    }

    private static void assertSame(StoredResult resumed, StoredResult whole) throws IOException {
        double primal = whole.number("primal");
        assertThat(resumed.number("primal")).isEqualTo(primal, within(SAME * primal));
        assertThat(resumed.verdict()).isEqualTo(whole.verdict());
        assertThat(resumed.number("rank")).isEqualTo(whole.number("rank"));
    }

    private static int lastSweep(StoredResult result) throws IOException {
        var iterations = result.report().get("iterations");
        return iterations.get(iterations.size() - 1).get("sweep").asInt();
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Turns one bit in the middle of its factors, and removes the checksum that a local Hadoop file system keeps beside. */
    private void damage(String checkpoint) throws IOException {
        Path file = factor(checkpoint);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    private void cutShort(String checkpoint) throws IOException {
        Path file = factor(checkpoint);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    }

    private Path factor(String checkpoint) throws IOException {
        try (Stream<Path> files = Files.list(checkpoints.resolve(checkpoint).resolve("rows.parquet"))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** user,item,rating: 40 x 25 of rank 3 with noise, two thirds seen. */
    private static String ratings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] u = gaussian(random, 40);
        double[][] v = gaussian(random, 25);
        StringBuilder text = new StringBuilder("user,item,rating\n");
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                if (random.nextInt(3) > 0 || (i == 0 && j == 0)) {
                    text.append(String.format(
                            Locale.ROOT,
                            "%d,%d,%s%n",
                            i + 1,
                            j + 1,
                            u[i][0] * v[j][0] + u[i][1] * v[j][1] + u[i][2] * v[j][2] + 0.5 * random.nextGaussian()));
                }
            }
        }
        return text.toString();
    }

    private static double[][] gaussian(SplittableRandom random, int rows) {
        double[][] x = new double[rows][3];
        for (double[] row : x) {
            Arrays.setAll(row, k -> random.nextGaussian());
        }
        return x;
    }

    private static String positive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        double[][] v = gaussian(random, 14);
        for (double[] row : gaussian(random, 30)) {
            for (int j = 0; j < v.length; j++) {
                double y = 0.1 * random.nextDouble();
                for (int k = 0; k < 3; k++) {
                    y += Math.max(0, row[k]) * Math.max(0, v[j][k]);
                }
                text.append(j == 0 ? "" : ",").append(y);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
