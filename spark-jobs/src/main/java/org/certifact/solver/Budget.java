package org.certifact.solver;

import java.util.Optional;
import org.certifact.linalg.certify.Verdict;

/** How long a run may go on. Counts sweeps; one instance a run. */
public final class Budget {
    private final long start = System.nanoTime();
    private final Double mostSeconds;
    private final int mostSweeps;
    private int sweeps;

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

    /** Seconds since the budget was made. */
    public double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** The limit that has been reached, if any. */
    public Optional<Verdict> spent() {
        if (mostSeconds != null && seconds() >= mostSeconds) {
            return Optional.of(Verdict.TIME_LIMIT);
        }
        return sweeps >= mostSweeps ? Optional.of(Verdict.ITERATION_LIMIT) : Optional.empty();
    }
}
