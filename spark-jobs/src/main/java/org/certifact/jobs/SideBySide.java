package org.certifact.jobs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Two pieces of work at the same time: while one plans its Spark job or waits for files, the other's tasks run. */
final class SideBySide {
    private SideBySide() {}

    /**
     * Does both to the end, even where one fails, so that nothing is still being written when this returns.
     *
     * @return what they return; or throws what the first threw, with what the second threw besides, or that alone
     */
    static <T> Both<T> both(Supplier<T> first, Supplier<T> second) {
        String name = Thread.currentThread().getName();
        CompletableFuture<T> aside =
                CompletableFuture.supplyAsync(second, task -> new Thread(task, name + ", aside").start());
        T here;
        try {
            here = first.get();
        } catch (Throwable failure) {
            Throwable late = aside.handle((value, thrown) -> thrown).join();
            if (late != null) {
                failure.addSuppressed(late);
            }
            throw failure;
        }
        try {
            return new Both<>(here, aside.join());
        } catch (CompletionException late) {
            if (late.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (late.getCause() instanceof Error failure) {
                throw failure;
            }
            throw late;
        }
    }

    /** What two pieces of work return. */
    record Both<T>(T first, T second) {}
}
