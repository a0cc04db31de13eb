package org.certifact.jobs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.certifact.datasets.BadInputException;
import org.certifact.ml.RecommendationPeer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code certifact bench-recommend}. */
@Command(
        name = "bench-recommend",
        description =
                "Times recommendForAllUsers of a generated model against MLlib's ALSModel of the same factors, in one "
                        + "process by turns, and compares what they recommend.",
        footer = {"", "Example:", "  certifact bench-recommend --users 20000 --items 5000"})
final class RecommendBenchCommand implements Callable<Integer> {
    private static final int COMPARED = 200;

    @Option(names = "--users", defaultValue = "50000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int users;

    @Option(names = "--items", defaultValue = "20000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int items;

    @Option(names = "--rank", defaultValue = "64", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int rank;

    @Option(
            names = "--top",
            defaultValue = "10",
            paramLabel = "K",
            description = "Items a user. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--runs", defaultValue = "3", paramLabel = "N", description = "Of each. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Override
    public Integer call() throws IOException {
        for (int number : new int[] {users, items, rank, top, runs}) {
            if (number < 1) {
                throw new BadInputException(number + ": users, items, rank, top and runs must be at least 1");
            }
        }
        try (SparkSession spark = Sessions.sql("bench-recommend")) {
            RecommendationPeer peer = new RecommendationPeer(spark, users, items, rank, 1);
            long different = peer.different(Math.min(COMPARED, users), top); // warms both up
            double[] ours = new double[runs];
            double[] theirs = new double[runs];
            for (int k = 0; k < runs; k++) {
                if (k % 2 == 0) {
                    ours[k] = peer.ours(top);
                    theirs[k] = peer.theirs(top);
                } else {
                    theirs[k] = peer.theirs(top);
                    ours[k] = peer.ours(top);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "top %d of %d items for %d users, rank %d: %d of %d users differ in their items%n",
                    top,
                    items,
                    users,
                    rank,
                    different,
                    Math.min(COMPARED, users));
            print("certifact", ours);
            print("mllib", theirs);
            System.out.printf(Locale.ROOT, "ratio        %.2f%n", median(theirs) / median(ours));
            return ExitCode.CERTIFIED;
        }
    }

    private static void print(String who, double[] seconds) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %.2f s (%.2f to %.2f)%n",
                who,
                median(seconds),
                Arrays.stream(seconds).min().getAsDouble(),
                Arrays.stream(seconds).max().getAsDouble());
    }

    private static double median(double[] seconds) {
        return Arrays.stream(seconds).sorted().toArray()[seconds.length / 2];
    }
}
