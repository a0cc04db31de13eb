package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.certifact.linalg.certify.Verdict;
import org.certifact.matrix.BlockMatrix;
import org.certifact.ml.result.Report;

/** Collects what a verification compared. */
final class Checks {
    /** Sums taken in another order agree to this. */
    private static final double ROUNDING = 1e-9;

    /** Another proof of the same bound, from other starts, is as tight to this share of the gap. */
    private static final double PROOF = 1e-3;

    private final List<String> lines = new ArrayList<>();
    private boolean holds = true;

    void add(String what, boolean good, Object stored, Object now) {
        holds &= good;
        lines.add(String.format(
                Locale.ROOT, "%-4s  %-40s stored %s, recomputed %s", good ? "ok" : "FAIL", what, stored, now));
    }

    void near(String what, double stored, double now) {
        add(what, Math.abs(now - stored) <= ROUNDING * Math.abs(stored), stored, now);
    }

    void data(Report.DataSummary stored, BlockMatrix raw) {
        add(
                "entries",
                stored.entries() == raw.totals().entries(),
                stored.entries(),
                raw.totals().entries());
        add(
                "rows",
                stored.rows() == raw.byRows().rows(),
                stored.rows(),
                raw.byRows().rows());
        add(
                "columns",
                stored.columns() == raw.byColumns().rows(),
                stored.columns(),
                raw.byColumns().rows());
        near("sum of squared values", stored.sumOfSquares(), raw.totals().weightedSquare());
    }

    /** The stored gap itself must be proved anew, not only the tolerance met. */
    void gap(Report report, double gap) {
        double claimed = report.relativeGap() * (1 + PROOF) + ROUNDING;
        double allowed = report.verdict() == Verdict.CERTIFIED
                ? Math.min(claimed, report.options().tolerance())
                : claimed;
        add(
                String.format(Locale.ROOT, "relative gap, at most %.3e", allowed),
                gap <= allowed,
                report.relativeGap(),
                gap);
    }

    Verification conclude(Report report) {
        lines.add(
                holds
                        ? "the stored verdict " + report.verdict() + " holds"
                        : "the stored verdict " + report.verdict() + " does NOT hold");
        return new Verification(holds, List.copyOf(lines));
    }
}
