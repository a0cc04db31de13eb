package org.certifact.jobs;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.certifact.datasets.BadInputException;
import org.certifact.datasets.EntryReader;
import org.certifact.datasets.EntrySet;
import org.certifact.datasets.ReadOptions;
import picocli.CommandLine.Option;

/** Options that say for what size of problem to plan. */
final class PlanArguments {
    @Option(
            names = "--plan",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "INPUT",
            description = "Instead: what a completion of this input, or of --rows, --columns and --entries, needs of a "
                    + "cluster. An input is read once.")
    String input;

    @Option(names = "--rows", paramLabel = "M", description = "Rows to plan for, without an input.")
    Long rows;

    @Option(names = "--columns", paramLabel = "N", description = "Columns to plan for, without an input.")
    Long columns;

    @Option(names = "--entries", paramLabel = "N", description = "Entries to plan for, without an input.")
    Long entries;

    @Option(
            names = "--rank",
            paramLabel = "R",
            defaultValue = "50",
            description = "Largest rank to plan for; the answer's own is found on the way. Default: ${DEFAULT-VALUE}.")
    int rank;

    boolean asked() {
        return input != null;
    }

    /** The plan; reads the input where there is one. */
    ClusterPlan plan() throws IOException {
        if (rank < 1 || rank > 100_000) {
            throw new BadInputException("--rank " + rank + ": must be between 1 and 100000");
        }
        if (input.isEmpty()) {
            return new ClusterPlan(
                    given("--rows", rows), given("--columns", columns), given("--entries", entries), rank);
        }
        try (JavaSparkContext spark = Sessions.context("inspect")) {
            EntrySet read = EntryReader.read(spark, List.of(input), ReadOptions.defaults());
            JavaRDD<String[]> ids = read.entries()
                    .map(entry -> new String[] {entry.row(), entry.column()})
                    .persist(StorageLevel.MEMORY_AND_DISK());
            long count = ids.count();
            read.check();
            return new ClusterPlan(
                    ids.map(pair -> pair[0]).distinct().count(),
                    ids.map(pair -> pair[1]).distinct().count(),
                    count,
                    rank);
        }
    }

    private static long given(String name, Long value) {
        if (value == null) {
            throw new BadInputException("--plan without an input needs --rows, --columns and --entries");
        }
        if (value < 1 || value > 1_000_000_000_000L) {
            throw new BadInputException(name + " " + value + ": must be between 1 and 1e12");
        }
        return value;
    }
}
