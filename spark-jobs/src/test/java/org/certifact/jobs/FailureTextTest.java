package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void aStageThatWasGivenUpIsItsCauseAndItsPlace() {
        SparkException failure = new SparkException(
                "Job aborted due to stage failure: Task 3 in stage 12.0 failed 4 times, most recent failure: Lost task 3.3"
                        + " in stage 12.0 (TID 88) (10.0.0.7 executor 2): java.lang.IllegalStateException: a dense block\n"
                        + "\tat org.certifact.matrix.DataBlock.entries(DataBlock.java:62)\n\nDriver stacktrace:");
        assertThat(FailureText.of(new RuntimeException(failure)))
                .isEqualTo("java.lang.IllegalStateException: a dense block"
                        + " (stage 12.0, executor 2 on 10.0.0.7, tried 4 times)");
    }

    @Test
    void memoryThatIsUsedUpIsToBeIncreased() {
        assertThat(FailureText.of(new OutOfMemoryError("Java heap space")))
                .startsWith("java.lang.OutOfMemoryError: Java heap space; give more memory with --driver-memory");
        SparkException executor = new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 2.0 failed 1 times, most recent failure: Lost task 0.0"
                        + " in stage 2.0 (TID 5) (host executor driver): java.lang.OutOfMemoryError: Java heap space\n\tat x");
        assertThat(FailureText.of(executor)).contains("(stage 2.0, executor driver on host", "--executor-memory");
    }

    @Test
    void aFullDiskIsNamed() {
        SparkException shuffle = new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 2.0 failed 1 times, most recent failure: Lost task 0.0"
                        + " in stage 2.0 (TID 5) (host executor driver): java.io.FileNotFoundException:"
                        + " /scratch/blockmgr-1/0c/temp_shuffle_2 (No space left on device)\n\tat x");
        assertThat(FailureText.of(shuffle))
                .contains("; it was writing /scratch/blockmgr-1/0c/temp_shuffle_2; make room there", "spark.local.dir");
        UncheckedIOException checkpoint = new UncheckedIOException(
                "a checkpoint cannot be written to file:/keep", new IOException("No space left on device"));
        assertThat(FailureText.of(checkpoint))
                .startsWith("java.io.IOException: No space left on device; it was writing file:/keep;")
                .contains("--checkpoint-dir");
    }

    @Test
    void aLostClusterIsOneToResumeOn() {
        assertThat(FailureText.of(new SparkException("Job 7 cancelled because SparkContext was shut down")))
                .contains("Job 7 cancelled because SparkContext was shut down; the cluster was lost", "--resume");
    }

    @Test
    void anythingElseIsItsRootCause() {
        assertThat(FailureText.of(new RuntimeException("outer", new IllegalStateException("inner\nmore"))))
                .isEqualTo("java.lang.IllegalStateException: inner");
    }
}
