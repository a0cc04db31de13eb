package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;

class SharedTest {
    private final JavaRDD<Integer> blocks = SharedSpark.context().parallelize(List.of(0, 1, 2), 3);

    @Test
    void tasksInTheDriversProcessSeeTheDriversOwn() {
        Object value = new Object(); // which cannot be written
        Shared<Object> shared = Shared.of(blocks, value);
        assertThat(Blocks.collect(Blocks.map(blocks, p -> shared.value()))).containsExactly(value, value, value);
    }

    @Test
    void whatTasksMakeComesBackAsItIs() {
        Object[] made = {new Object(), new Object(), new Object()};
        Shared<Object[]> shared = Shared.of(blocks, made);
        assertThat(Blocks.collect(Blocks.map(blocks, p -> shared.value()[p]))).containsExactly(made);
    }

    @Test
    void whatIsDiscardedIsNotReadAsSomethingElse() {
        Shared<double[]> shared = Shared.of(blocks, new double[] {1});
        JavaRDD<Double> late = Blocks.map(blocks, p -> shared.value()[0]);
        assertThat(Blocks.collect(late)).containsExactly(1.0, 1.0, 1.0);
        shared.discard();
        assertThatThrownBy(() -> Blocks.collect(late)).hasMessageContaining("was discarded, and a task needs it");
    }

    @Test
    void nobodyKeepsWhatTheDriverHasLetGo() throws Exception {
        byte[] written = written(Shared.of(blocks, new double[1 << 20]));
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            System.gc();
            try {
                read(written);
            } catch (InvalidObjectException gone) {
                assertThat(gone).hasMessageContaining("is not in this process");
                return;
            }
            assertThat(System.nanoTime()).as("the value is still held").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static void read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.readObject();
        }
    }
}
