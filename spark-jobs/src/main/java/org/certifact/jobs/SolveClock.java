package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.Verdict;
import org.certifact.solver.Budget;
import org.certifact.solver.CertificateClock;
import org.certifact.solver.Progress;

/** Where the time of a solve goes: from the last sweep to the end of a certificate, or elsewhere. Seconds. */
final class SolveClock implements Progress {
    private final List<CertifactRun.Passed> path = new ArrayList<>();
    private final long begin = System.nanoTime();
    private final CertificateClock clock = new CertificateClock();
    private int sweeps;
    private int certificates;
    private long rankSweeps;
    private double certifying;

    @Override
    public void begins(double lambda) {
        clock.begin();
    }

    @Override
    public void swept(Budget budget, int rank, double objective) {
        clock.begin();
        pass(objective);
        sweeps++;
        rankSweeps += rank;
    }

    @Override
    public void certified(Budget budget, int rank, Certificate certificate, Optional<Verdict> verdict) {
        certifying += clock.end();
        pass(certificate.primal());
        certificates++;
    }

    private void pass(double objective) {
        path.add(new CertifactRun.Passed((System.nanoTime() - begin) * 1e-9, objective));
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
