package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;

class KeptBlocksTest {
    private static final long MANY = Long.MAX_VALUE;
    private static final AtomicInteger MADE = new AtomicInteger();

    private final JavaRDD<double[]> blocks =
            Blocks.map(SharedSpark.context().parallelize(List.of(1, 2, 3), 3), block -> {
                MADE.incrementAndGet();
                return new double[] {block, 10 * block};
            });

    @Test
    void whoeverWorksOnThemTheyAreMadeOnceAndGiveTheSame() {
        for (long bytes : new long[] {0, MANY}) {
            MADE.set(0);
            KeptBlocks<double[]> kept = KeptBlocks.computed(blocks, "kept", bytes);
            Shared<double[]> shared = kept.share(new double[] {0.5});

            assertThat(kept.each((p, block) -> p + block[1])).containsExactly(10.0, 21.0, 32.0);
            assertThat(kept.sum((p, block) -> new double[] {shared.value()[0] * block[0], p}, 2))
                    .containsExactly(3, 3);
            assertThat(MADE).hasValue(3);
            kept.discard();
        }
    }

    @Test
    void whatIsLargeIsLeftToSpark() {
        KeptBlocks<double[]> kept = KeptBlocks.computed(blocks, "kept", MANY);
        assertThat(blocks.getStorageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK());
        kept.discard();
        assertThat(blocks.getStorageLevel()).isEqualTo(StorageLevel.NONE());
    }

    @Test
    void whatOthersKeepIsNotKeptTwice() {
        KeptBlocks.of(blocks, MANY).discard();
        assertThat(blocks.getStorageLevel()).isEqualTo(StorageLevel.NONE());
    }

    @Test
    void theDriverHasItsOwnObjects() {
        KeptBlocks<double[]> kept = KeptBlocks.of(blocks, 0);
        double[] first = kept.each((p, block) -> block).get(0);
        assertThat(kept.each((p, block) -> block).get(0)).isSameAs(first);
    }
}
