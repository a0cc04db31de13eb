package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyTest {
    @TempDir
    private Path directory;

    @Test
    void factorsOfAResultAreCertifiedInWhateverFormTheyCome() {
        StoredResult stored = SenateResult.CERTIFIED.stored();
        String result = stored.directory().toString();
        for (String factors : new String[] {
            result,
            result + "/rows.csv," + result + "/columns.csv",
            result + "/rows.parquet," + result + "/columns.parquet"
        }) {
            Invocation run = Invocation.of("certify", "--factors", factors, "--lambda", "20");
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains("objective    13799.", "rank         9, of which 9 independent");
        }
    }

    @Test
    void theGapIsThatOfTheLossThatIsNamed() throws IOException {
        Path ratings = Files.writeString(directory.resolve("ratings.csv"), Ratings.csv());
        String model = directory.resolve("model").toString();
        String[] problem = {
            "--input", ratings.toString(), "--lambda", "0.1", "--loss", "huber", "--huber-threshold", "0.02"
        };
        Invocation made = Invocation.of(with(problem, "complete", "--output", model));
        assertThat(made.exitCode()).as(made.err()).isZero();

        Invocation certified = Invocation.of(with(problem, "certify", "--factors", model));
        Invocation squared =
                Invocation.of("certify", "--factors", model, "--input", ratings.toString(), "--lambda", "0.1");

        assertThat(certified.exitCode()).as(certified.out() + certified.err()).isZero();
        assertThat(squared.exitCode()).as(squared.out() + squared.err()).isEqualTo(2);
    }

    private static String[] with(String[] problem, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(problem)).toArray(String[]::new);
    }

    @Test
    void poorFactorsAreFarAndAreImproved() throws IOException {
        Path ratings = Files.writeString(directory.resolve("ratings.csv"), Ratings.csv());
        Path users = Files.writeString(directory.resolve("users.csv"), factor(12));
        Path items = Files.writeString(directory.resolve("items.csv"), factor(9));
        Path better = directory.resolve("better");
        String[] arguments = {
            "certify",
            "--factors",
            users + "," + items,
            "--input",
            ratings.toString(),
            "--lambda",
            "0.1",
            "--weighting",
            "1"
        };
        Invocation poor = Invocation.of(arguments);
        assertThat(poor.exitCode()).as(poor.err()).isEqualTo(2);
        assertThat(poor.out()).contains("rank         1, of which 1 independent; more rank would help");

        String[] improving = java.util.Arrays.copyOf(arguments, arguments.length + 3);
        improving[arguments.length] = "--improve";
        improving[arguments.length + 1] = "--output";
        improving[arguments.length + 2] = better.toString();
        Invocation improved = Invocation.of(improving);
        assertThat(improved.exitCode()).as(improved.err()).isZero();
        assertThat(improved.out()).contains("verdict      CERTIFIED", "% above the optimum");
        assertThat(new StoredResult(better).verdict()).isEqualTo("CERTIFIED");
    }

    @Test
    void whatCannotBeCertifiedIsSaid() throws IOException {
        Path ratings = Files.writeString(directory.resolve("ratings.csv"), Ratings.csv());
        Path users = Files.writeString(directory.resolve("users.csv"), factor(11));
        Path items = Files.writeString(directory.resolve("items.csv"), factor(9));
        String both = users + "," + items;
        assertThat(message(both, ratings, "--lambda", "0.1"))
                .contains("the factors lack 1 of 12 rows and 0 of 9 columns of the data");
        assertThat(message(both, ratings)).startsWith("--lambda: name the one");
        assertThat(message(users.toString(), ratings, "--lambda", "0.1")).contains("is neither a saved ALSModel");
        Files.writeString(items, "id,f0,f1\n1,1,2\n");
        assertThat(message(both, ratings, "--lambda", "0.1")).contains("rows have 1 and 2 values");
    }

    private static String message(String factors, Path ratings, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"certify", "--factors", factors, "--input", ratings.toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        Invocation run = Invocation.of(all);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        return run.message();
    }

    /** All ones. */
    private static String factor(int rows) {
        StringBuilder text = new StringBuilder("id,f0\n");
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(",1.0\n");
        }
        return text.toString();
    }
}
