package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.certifact.SharedSpark;
import org.certifact.datasets.PlantedRatings;
import org.certifact.linalg.loss.HuberLoss;
import org.certifact.linalg.loss.Loss;
import org.certifact.linalg.loss.SquaredLoss;
import org.certifact.matrix.BlockMatrix;
import org.certifact.solver.Budget;
import org.certifact.solver.CompletionSettings;
import org.certifact.solver.CompletionSolver;
import org.certifact.solver.DescentMethod;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class RunMetricsTest {
    private static final JavaSparkContext SPARK = SharedSpark.context();

    @Test
    void jobsAndShuffledBytesOfTheTimeBetweenAreCounted() {
        shuffle(100);
        RunMetrics.Counts small;
        RunMetrics.Counts large;
        try (RunMetrics metrics = RunMetrics.start(SPARK)) {
            shuffle(1000);
            small = metrics.counts();
        }
        try (RunMetrics metrics = RunMetrics.start(SPARK)) {
            shuffle(100_000);
            shuffle(100_000);
            large = metrics.counts();
        }
        shuffle(100);
        assertThat(small.jobs()).isEqualTo(1);
        assertThat(large.jobs()).isEqualTo(2);
        assertThat(small.shuffleBytes()).isPositive();
        assertThat(large.shuffleBytes()).isGreaterThan(50 * small.shuffleBytes());
        assertThat(large.descentJobs()).isZero();
        assertThat(large.descentShuffleBytes()).isZero();
        assertThat(large.imbalance()).isZero();
    }

    @Test
    void theDescentIsToldFromTheRest() {
        BlockMatrix data = GeneratedMatrix.of(PlantedRatings.of(200, 80, 4000), 1);
        SolveClock clock = new SolveClock();
        long begin = System.nanoTime();
        // both factors of another loss than the squared one are spread
        RunMetrics.Counts counts = counts(data, new HuberLoss(10), clock);
        double seconds = (System.nanoTime() - begin) * 1e-9;

        assertThat(clock.sweeps()).isPositive();
        assertThat(clock.certificates()).isGreaterThanOrEqualTo(2);
        assertThat(clock.rankSweeps()).isGreaterThanOrEqualTo(clock.sweeps());
        assertThat(clock.certifying()).isPositive().isLessThan(seconds);
        // a half-sweep is a job at least
        assertThat(counts.descentJobs()).isGreaterThanOrEqualTo(2 * clock.sweeps());
        assertThat(counts.jobs()).isGreaterThan(counts.descentJobs() + clock.certificates() - 1);
        assertThat(counts.imbalance()).isGreaterThanOrEqualTo(1);
        // every row that some block needs travels, 8 bytes a number, before compression
        assertThat(counts.descentShuffleBytes()).isPositive().isLessThanOrEqualTo(counts.shuffleBytes());
    }

    @Test
    void whereTheShorterFactorTravelsWithTheTasksSweepsShuffleNothing() {
        BlockMatrix data = GeneratedMatrix.of(PlantedRatings.of(400, 20, 4000), 1);
        SolveClock clock = new SolveClock();
        RunMetrics.Counts counts = counts(data, new SquaredLoss(), clock);
        assertThat(clock.sweeps()).isPositive();
        // one a sweep: the rest of it the driver looks for itself, which has the blocks at hand
        assertThat(counts.descentJobs()).isBetween(clock.sweeps(), 2 * clock.sweeps() - 1);
        assertThat(counts.descentShuffleBytes()).isZero();
    }

    private static RunMetrics.Counts counts(BlockMatrix data, Loss loss, SolveClock clock) {
        try (RunMetrics metrics = RunMetrics.start(SPARK)) {
            CompletionSolver solver = new CompletionSolver(
                    data, loss, new CompletionSettings(1e-3, 50, 0, 1, DescentMethod.MAJORIZED), clock);
            solver.solve(0.1, solver.start(), new Budget(null, 100));
            return metrics.counts();
        }
    }

    private static void shuffle(int numbers) {
        SPARK.parallelize(List.of(1, 2), 2)
                .flatMapToPair(seed -> new java.util.Random(seed)
                        .longs(numbers)
                        .mapToObj(x -> new Tuple2<>(x, x))
                        .iterator())
                .groupByKey(2)
                .count();
    }
}
