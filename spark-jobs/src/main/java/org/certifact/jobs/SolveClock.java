package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;
import org.certifact.solver.Budget;
import org.certifact.solver.Progress;

/** Where the time of a solve goes: from the last sweep to the end of a certificate, or elsewhere. Seconds. */
final class SolveClock implements Progress {
    private final List<CertifactRun.Passed> path = new ArrayList<>();
    private final long begin = System.nanoTime();
    private long last = begin;
    private int sweeps;
    private int certificates;
    private long rankSweeps;
    private double certifying;

    @Override
    public void begins(double lambda) {
        last = System.nanoTime();
    }

    @Override
    public void swept(Budget budget, int rank, double objective) {
        last = System.nanoTime();
        path.add(new CertifactRun.Passed((last - begin) * 1e-9, objective));
        sweeps++;
        rankSweeps += rank;
    }

    @Override
    public void certified(Budget budget, int rank, Certificate certificate, Optional<Verdict> verdict) {
        long now = System.nanoTime();
        certifying += (now - last) * 1e-9;
        last = now;
        path.add(new CertifactRun.Passed((now - begin) * 1e-9, certificate.primal()));
        certificates++;
    }

    /** The objective after every sweep and certificate, seconds since this clock was made. */
    List<CertifactRun.Passed> path() {
        return List.copyOf(path);
    }

    int sweeps() {
        return sweeps;
    }

    int certificates() {
        return certificates;
    }

    /** Σ over the sweeps of the rank that each had. */
    long rankSweeps() {
        return rankSweeps;
    }

    /** Seconds in certificates, and in the pruning before each. */
    double certifying() {
        return certifying;
    }
}
