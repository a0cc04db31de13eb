package org.certifact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect --plan}. */
class PlanTest {
    @TempDir
    private Path directory;

    @Test
    void aPlanCountsWhatIsReadAndSaysTheOptions() throws Exception {
        Path input = Files.writeString(
                directory.resolve("ratings.csv"), "user,item,rating\n1,10,4\n1,20,2\n2,10,5\n3,30,1\n3,10,3\n");
        Invocation run = Invocation.of("inspect", "--plan", input.toString(), "--rank", "7");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("matrix       3 x 3, 5 entries; planned for rank 7\n")
                .contains("--executor-memory 1g", "--master 'local[2]'");
    }

    @Test
    void memoryAndCoresGrowWithTheData() {
        Invocation small = plan(1_000_000, 100_000, 100_000_000L);
        Invocation large = plan(1_000_000, 100_000, 1_000_000_000L);

        assertThat(small.out())
                .contains(
                        "data         2.4 GB",
                        "shuffle      at most 44.0 GB a sweep",
                        "--num-executors 13 --executor-cores 4",
                        "--row-blocks 100");
        assertThat(large.out()).contains("data         24.0 GB", "--num-executors 125 --executor-cores 4");
    }

    @Test
    void whereTheShorterFactorTravelsWithTheTasksDataAreKeptOnceAndNothingIsShuffled() {
        assertThat(plan(1_000_000, 5_000, 100_000_000L).out())
                .contains(
                        "data         1.2 GB, by rows only",
                        "shuffle      nothing: the shorter factor travels with the tasks");
        // columns are made from rows, which stay
        assertThat(plan(5_000, 1_000_000, 100_000_000L).out())
                .contains("data         2.4 GB, by rows and by columns", "shuffle      nothing");
    }

    @Test
    void aPlanOfNothingIsRefused() {
        assertThat(Invocation.of("inspect", "--plan").message())
                .isEqualTo("--plan without an input needs --rows, --columns and --entries");
        assertThat(Invocation.of("inspect", "--plan", "--rows", "0", "--columns", "2", "--entries", "3")
                        .message())
                .isEqualTo("--rows 0: must be between 1 and 1e12");
        assertThat(Invocation.of("inspect").message()).isEqualTo("name a result directory, or an input with --plan");
    }

    private static Invocation plan(long rows, long columns, long entries) {
        Invocation run = Invocation.of(
                "inspect",
                "--plan",
                "--rows",
                Long.toString(rows),
                "--columns",
                Long.toString(columns),
                "--entries",
                Long.toString(entries));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }
}
