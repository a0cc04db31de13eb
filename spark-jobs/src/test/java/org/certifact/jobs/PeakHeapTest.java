package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class PeakHeapTest {
    private static final int SIZE = 64 << 20;

    @Test
    void whatIsHeldIsSeenAlsoAfterACollection() throws InterruptedException {
        try (PeakHeap heap = PeakHeap.start()) {
            byte[] held = new byte[SIZE];
            try {
                System.gc();
                PeakHeap.Figures figures = heap.figures();
                // the collector's word comes from another thread
                for (int wait = 0; wait < 100 && figures.peakAfterCollection() == 0; wait++) {
                    Thread.sleep(20);
                    figures = heap.figures();
                }
                assertThat(figures.peak()).isGreaterThan(figures.before() + SIZE - (16L << 20));
                assertThat((double) figures.peakAfterCollection() - figures.before())
                        .isCloseTo(SIZE, within(32e6));
            } finally {
                Reference.reachabilityFence(held);
            }
        }
    }

    @Test
    void garbageOfBeforeIsNotCounted() {
        byte[] garbage = new byte[SIZE];
        garbage[1] = 1;
        garbage = null;
        try (PeakHeap heap = PeakHeap.start()) {
            assertThat(garbage).isNull();
            assertThat(heap.figures().peak()).isLessThan(heap.figures().before() + SIZE);
        }
    }
}
