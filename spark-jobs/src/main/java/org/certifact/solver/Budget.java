package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Verdict;

/**
 * How long a run may go on. Counts sweeps; one instance a run. Of a run that goes on from a checkpoint it knows what was
 * spent before: sweeps count on, the limit on time is one on the time since.
 */
public final class Budget {
    private final long start = System.nanoTime();
    private final Double mostSeconds;
    private final int mostSweeps;
    private int sweeps;
    private double before;
    private volatile boolean interrupted;

    /**
     * @param mostSeconds time, or null for no limit
     * @param mostSweeps sweeps over the data
     */
    public Budget(Double mostSeconds, int mostSweeps) {
        this.mostSeconds = mostSeconds;
        this.mostSweeps = mostSweeps;
    }

    /** Counts one sweep. */
    public void sweep() {
        sweeps++;
    }

    /** Sweeps done. */
    public int sweeps() {
        return sweeps;
    }

    /** Seconds that the run has taken. */
    public double seconds() {
        return before + since();
    }

    private double since() {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** The run goes on from where another one stood. */
    public void resume(int earlierSweeps, double earlierSeconds) {
        sweeps = earlierSweeps;
        before = earlierSeconds - since();
    }

    /** Asks the run to end soon; from any thread. */
    public void interrupt() {
        interrupted = true;
    }

    /** Whether it was asked to end. */
    public boolean interrupted() {
        return interrupted;
    }

    /** The limit that has been reached, if any. */
    public Optional<Verdict> spent() {
        if (interrupted) {
            return Optional.of(Verdict.INTERRUPTED);
        }
        if (mostSeconds != null && since() >= mostSeconds) {
            return Optional.of(Verdict.TIME_LIMIT);
        }
        return sweeps >= mostSweeps ? Optional.of(Verdict.ITERATION_LIMIT) : Optional.empty();
    }
}
