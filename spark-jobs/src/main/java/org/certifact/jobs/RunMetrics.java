package org.certifact.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.certifact.solver.AlternatingDescent;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Spark did during one run: jobs, shuffled bytes and the balance of tasks, those of the descent apart. A job belongs
 * to the descent if the call that started it came from there, which Spark keeps with every stage.
 */
final class RunMetrics extends SparkListener implements AutoCloseable {
    private static final String DESCENT = AlternatingDescent.class.getName();
    private static final String MARK = "certifact.metrics.mark";
    private static final long PATIENCE_SECONDS = 60;

    private final JavaSparkContext spark;
    private final Map<Integer, Boolean> descentStages = new HashMap<>();
    private final Map<Integer, List<Long>> taskMillis = new HashMap<>();
    private final CountDownLatch marked = new CountDownLatch(1);
    private int jobs;
    private int descentJobs;
    private long shuffled;
    private long descentShuffled;

    private RunMetrics(JavaSparkContext spark) {
        this.spark = spark;
    }

    /**
     * What was counted.
     *
     * @param jobs Spark jobs
     * @param descentJobs those of the descent's sweeps
     * @param shuffleBytes bytes written to shuffles
     * @param descentShuffleBytes those of the descent's sweeps
     * @param imbalance Σ over the descent's stages of the slowest task's time, over the same sum of the median task's; 0 if
     *     there were no such stages
     */
    record Counts(int jobs, int descentJobs, long shuffleBytes, long descentShuffleBytes, double imbalance) {}

    /** Begins to count. */
    static RunMetrics start(JavaSparkContext spark) {
        RunMetrics metrics = new RunMetrics(spark);
        spark.sc().addSparkListener(metrics);
        return metrics;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        if (job.properties() != null && job.properties().getProperty(MARK) != null) {
            marked.countDown();
            return;
        }
        List<StageInfo> stages = CollectionConverters.asJava(job.stageInfos());
        boolean descent = stages.stream()
                .max(Comparator.comparingInt(StageInfo::stageId))
                .map(last -> last.details().contains(DESCENT))
                .orElse(false);
        jobs++;
        descentJobs += descent ? 1 : 0;
        stages.forEach(stage -> descentStages.putIfAbsent(stage.stageId(), descent));
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        Boolean descent = descentStages.get(task.stageId());
        if (descent == null || task.taskMetrics() == null) {
            return;
        }
        long bytes = task.taskMetrics().shuffleWriteMetrics().bytesWritten();
        shuffled += bytes;
        if (descent) {
            descentShuffled += bytes;
            taskMillis
                    .computeIfAbsent(task.stageId(), id -> new ArrayList<>())
                    .add(task.taskInfo().duration());
        }
    }

    /** Waits until all that has happened is counted. */
    Counts counts() {
        // events come in order, some time later: once the mark has come, so has all before it
        spark.setLocalProperty(MARK, "true");
        spark.parallelize(List.of(1), 1).count();
        spark.setLocalProperty(MARK, null);
        try {
            if (!marked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Spark's listener bus is more than a minute behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        synchronized (this) {
            double slowest = 0;
            double median = 0;
            for (List<Long> millis : taskMillis.values()) {
                List<Double> sorted =
                        millis.stream().map(Long::doubleValue).sorted().toList();
                slowest += sorted.get(sorted.size() - 1);
                median += Times.median(sorted);
            }
            return new Counts(jobs, descentJobs, shuffled, descentShuffled, median > 0 ? slowest / median : 0);
        }
    }

    @Override
    public void close() {
        spark.sc().removeSparkListener(this);
    }
}
