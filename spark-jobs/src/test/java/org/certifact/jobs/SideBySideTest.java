package org.certifact.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

    @Test
    void doesBothAtTheSameTime() {
        CountDownLatch met = new CountDownLatch(2);
        SideBySide.Both<Integer> both = SideBySide.both(meeting(met, 1), meeting(met, 2));
        assertThat(both).isEqualTo(new SideBySide.Both<>(1, 2));
    }

    @Test
    void waitsForTheSecondWhereTheFirstFails() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        IllegalStateException full = new IllegalStateException("disk full");
        IllegalStateException late = new IllegalStateException("disk still full");
        assertThatThrownBy(() -> SideBySide.both(
                        () -> {
                            failed.countDown();
                            throw full;
                        },
                        () -> {
                            await(failed);
                            // a caller that does not wait is long past its assertion by then
                            LockSupport.parkUntil(System.currentTimeMillis() + 200);
                            done.set(true);
                            throw late;
                        }))
                .isSameAs(full)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getCause)
                        .isSameAs(late));
        assertThat(done).isTrue();
    }

    @Test
    void throwsWhatTheSecondThrewAsItWas() {
        OutOfMemoryError memory = new OutOfMemoryError("of a test");
        assertThatThrownBy(() -> SideBySide.both(() -> 1, () -> {
                    throw memory;
                }))
                .isSameAs(memory);
        IllegalArgumentException bad = new IllegalArgumentException("of a test");
        assertThatThrownBy(() -> SideBySide.both(() -> 1, () -> {
                    throw bad;
                }))
                .isSameAs(bad);
    }

    private static Supplier<Integer> meeting(CountDownLatch met, int value) {
        return () -> {
            met.countDown();
            await(met);
            return value;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
