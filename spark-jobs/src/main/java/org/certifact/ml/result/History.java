package org.certifact.ml.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certifact.linalg.certify.Certificate;
import org.certifact.linalg.certify.PolarBound;
import org.certifact.linalg.certify.Verdict;
import org.certifact.solver.Budget;
import org.certifact.solver.CertificateClock;
import org.certifact.solver.Progress;

/** Keeps a record of every sweep and certificate for the report, and shows it to a watcher. */
public final class History implements Progress {
    private final List<Report.Iteration> iterations = new ArrayList<>();
    private final Watcher watcher;
    private final CertificateClock clock = new CertificateClock();
    private double lambda;
    private Double relativeGap;
    private int solve;
    private volatile Report.Iteration latest;

    public History(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Is shown every record as it is made. */
    public interface Watcher {
        /** After a sweep. */
        void progress(Report.Iteration now);

        /** After a certificate. @param verdict empty where the run goes on */
        void milestone(Report.Iteration now, Optional<Verdict> verdict);

        /** Sees nothing. */
        Watcher NONE = new Watcher() {
            @Override
            public void progress(Report.Iteration now) {}

            @Override
            public void milestone(Report.Iteration now, Optional<Verdict> verdict) {}
        };
    }

    /** What happened before a run that goes on from a checkpoint. */
    public void resume(List<Report.Iteration> earlier) {
        iterations.addAll(earlier);
    }

    @Override
    public void begins(double next) {
        lambda = next;
        solve++;
        // the gap of another λ says nothing about this one
        relativeGap = null;
        clock.begin();
    }

    @Override
    public void swept(Budget budget, int rank, double objective) {
        clock.begin();
        add("sweep", budget, rank, objective, 0, null, null);
        watcher.progress(iterations.get(iterations.size() - 1));
    }

    @Override
    public void certified(Budget budget, int rank, Certificate certificate, Optional<Verdict> verdict) {
        relativeGap = certificate.relativeGap();
        add(
                "certificate",
                budget,
                rank,
                certificate.primal(),
                certificate.polar().atoms().count(),
                certificate.polar(),
                clock.end());
        watcher.milestone(iterations.get(iterations.size() - 1), verdict);
    }

    private void add(
            String event,
            Budget budget,
            int rank,
            double objective,
            int newAtoms,
            PolarBound polar,
            Double certifySeconds) {
        latest = new Report.Iteration(
                event,
                solve,
                budget.sweeps(),
                budget.seconds(),
                lambda,
                rank,
                objective,
                relativeGap,
                newAtoms,
                polar == null || !(polar.lower() > 0) ? null : polar.lower(),
                polar == null || !Double.isFinite(polar.upper()) ? null : polar.upper(),
                certifySeconds);
        iterations.add(latest);
    }

    /** The last one, as any thread may ask; null before the first. */
    public Report.Iteration latest() {
        return latest;
    }

    public List<Report.Iteration> iterations() {
        return List.copyOf(iterations);
    }

    /** What all certificates took, those before a checkpoint included. */
    public double certifySeconds() {
        return iterations.stream()
                .filter(i -> i.certifySeconds() != null)
                .mapToDouble(Report.Iteration::certifySeconds)
                .sum();
    }
}
