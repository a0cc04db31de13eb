package org.certifact.jobs;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.util.SignalUtils;
import scala.runtime.AbstractFunction0;

/**
 * SIGTERM and Ctrl-C while there is something to lose: the first ends the run with what it has reached, the second ends
 * the process at once. Before a solve begins, and after its result has its place, the first ends the process.
 */
final class StopSignals implements AutoCloseable {
    private static final AtomicReference<Runnable> FIRST = new AtomicReference<>();
    private static volatile boolean endingAtOnce;

    static {
        for (String signal : new String[] {"TERM", "INT"}) {
            SignalUtils.register(signal, new Answer());
        }
    }

    private StopSignals() {}

    /** Ends with the run. */
    static StopSignals open() {
        return new StopSignals();
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

    /** Tells Spark whether the signal is dealt with; if not, the JVM does what it would have done. */
    private static final class Answer extends AbstractFunction0<Object> {
        @Override
        public Object apply() {
            Runnable first = FIRST.getAndSet(null);
            if (first == null) {
                endingAtOnce = true;
                return false;
            }
            first.run();
            return true;
        }
    }
}
