package org.certifact.jobs;

import org.certifact.linalg.certify.Verdict;

/** What the process returns to the shell or the scheduler. */
public final class ExitCode {
    /** The relative gap is certified to the tolerance; or a verification holds; or an inspection was printed. */
    public static final int CERTIFIED = 0;

    /** Something failed that is no fault of the input: the message says what. */
    public static final int FAILED = 1;

    /** Finished with a valid gap above the tolerance; or a verification does not hold. */
    public static final int ABOVE_TOLERANCE = 2;

    /** Bad input or options; nothing was written. */
    public static final int BAD_INPUT = 3;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return verdict == Verdict.CERTIFIED ? CERTIFIED : ABOVE_TOLERANCE;
    }
}
