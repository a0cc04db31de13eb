package org.certifact.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rides along with a driver and kills an executor on the same host, without a word of warning (SIGKILL), once at each of
 * the moments that {@link #MOMENTS} names. What a Spark job is for is told by the call that started it and by its RDD.
 */
public final class LostExecutors extends SparkListener {
    private static final String MOMENTS = "spark.certifact.kill";
    private static final int SIGKILL_AFTER = 2;

    private final Set<Moment> due;
    private final Map<Moment, Integer> seen = new EnumMap<>(Moment.class);

    /** Spark makes it so, by {@code spark.extraListeners}. */
    public LostExecutors(SparkConf conf) {
        due = Arrays.stream(conf.get(MOMENTS).split(",", -1))
                .map(Moment::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Moment.class)));
    }

    /** Two executors in JVMs of their own, lost at these moments, several with commas between. */
    static Map<String, String> inACluster(String moments) {
        return Map.of(
                "spark.master",
                "local-cluster[2,1,1024]",
                "spark.executor.extraJavaOptions",
                "-XX:TieredStopAtLevel=1",
                "spark.extraListeners",
                LostExecutors.class.getName(),
                MOMENTS,
                moments);
    }

    /** What a run is doing. */
    enum Moment {
        DESCENT("Halves.move"),
        GROWTH("CompletionProblem.grow"),
        CERTIFICATE("ResidualMatrix."),
        CHECKPOINT("Halves.move"),
        RESULT("FactorFiles.writeParquet");

        private final String call;

        Moment(String call) {
            this.call = call;
        }

        boolean is(StageInfo last) {
            // the stage's own comes first, what it is made of after it, in no order; a sweep's job sums what its factor
            // brings, the one that writes a checkpoint evaluates the factor itself
            boolean factor = "factor".equals(last.rddInfos().head().name());
            return last.details().contains(call) && factor == (this == CHECKPOINT);
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        StageInfo last = CollectionConverters.asJava(job.stageInfos()).stream()
                .max((a, b) -> Integer.compare(a.stageId(), b.stageId()))
                .orElseThrow();
        for (Moment moment : Moment.values()) {
            // not the first of its kind, which would often be before there is anything to lose
            if (due.contains(moment) && moment.is(last) && seen.merge(moment, 1, Integer::sum) >= occurrence(moment)) {
                due.remove(moment);
                System.err.println("killed " + killOne() + " at " + moment);
            }
        }
    }

    private static int occurrence(Moment moment) {
        return moment == Moment.DESCENT || moment == Moment.CERTIFICATE ? SIGKILL_AFTER : 1;
    }

    /** @return the process that was */
    private static long killOne() {
        ProcessHandle executor = ProcessHandle.allProcesses()
                .filter(LostExecutors::isOurs)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no executor to kill"));
        executor.destroyForcibly();
        return executor.pid();
    }

    /** An executor whose driver is this process: the driver's port is on its command line. */
    private static boolean isOurs(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            String driver = org.apache.spark.SparkEnv.get().rpcEnv().address().hostPort();
            return command.contains("CoarseGrainedExecutorBackend") && command.contains("@" + driver);
        } catch (IOException | RuntimeException e) {
            return false; // it has ended meanwhile
        }
    }
}
