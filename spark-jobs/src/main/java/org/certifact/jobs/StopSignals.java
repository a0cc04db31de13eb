package org.certifact.jobs;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;

/**
 * SIGTERM and Ctrl-C while there is something to lose: the first ends the run with what it has reached, the second ends
 * the process at once. Before a solve begins, and after its result has its place, the first ends the process.
 */
final class StopSignals implements AutoCloseable {
    /** With their numbers. */
    private static final Map<String, Integer> SIGNALS = Map.of("TERM", 15, "INT", 2);

    private static final AtomicReference<Runnable> FIRST = new AtomicReference<>();
    private static volatile boolean endingAtOnce;

    private StopSignals() {}

    /** Ends with the run. */
    static StopSignals open() {
        take();
        return new StopSignals();
    }

    /**
     * Takes the signals, again where somebody else has: the library of the progress line lets the system answer them, which
     * kills the process without a word.
     */
    static void take() {
        SIGNALS.forEach((name, number) -> Signals.register(name, () -> answer(number)));
    }

    /** From now on the first signal does this. */
    void arm(Runnable first) {
        FIRST.set(first);
    }

    /** Whether the process is going down, so that what fails now fails because of that. */
    static boolean endingAtOnce() {
        return endingAtOnce;
    }

    @Override
    public void close() {
        FIRST.set(null);
    }

    private static void answer(int number) {
        Runnable first = FIRST.getAndSet(null);
        if (first == null) {
            endingAtOnce = true;
            System.exit(128 + number);
        } else {
            first.run();
        }
    }
}
