package org.certifact.solver;

/** How long certificates take, each with the pruning before it: what lies between a sweep, or the start, and its end. */
public final class CertificateClock {
    private long from = System.nanoTime();

    /** A solve begins, or a sweep has ended. */
    public void begin() {
        from = System.nanoTime();
    }

    /** A certificate has ended. @return its seconds */
    public double end() {
        double seconds = (System.nanoTime() - from) * 1e-9;
        begin();
        return seconds;
    }
}
