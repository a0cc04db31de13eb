package org.certifact.jobs;

import java.util.Locale;

/** A comparison as a person reads it. */
final class BenchText {
    private static final double MEGABYTE = 1 << 20;
    private static final int BYTES_OF_A_TRIPLE = 12;
    private static final int BYTES_OF_A_NUMBER = 8;

    /** Slowest over fastest of runs that do the same work, above which something else was at work. */
    private static final double UNQUIET = 1.5;

    private final BenchReport report;
    private final StringBuilder out = new StringBuilder();

    private BenchText(BenchReport report) {
        this.report = report;
    }

    static String of(BenchReport report) {
        BenchText text = new BenchText(report);
        text.head();
        report.comparisons().forEach(text::comparison);
        return text.out.toString();
    }

    private void head() {
        BenchReport.Reference reference = report.reference();
        line("data", "%s: %d x %d, %d entries", report.title(), report.rows(), report.columns(), report.entries());
        line(
                "problem",
                "lambda %.6g, weighting %s, center %s",
                report.lambda(),
                report.weighting(),
                report.center().name().toLowerCase(Locale.ROOT));
        line(
                "optimum",
                "between %.9g and %.9g (%s; rank %d, %d sweeps, %d certificates, %.1f s)",
                reference.dual(),
                reference.primal(),
                reference.verdict(),
                reference.rank(),
                reference.sweeps(),
                reference.certificates(),
                reference.seconds());
        line(
                "machine",
                "%s cores, heap at most %.0f MB, %s",
                report.machine().get("cores"),
                ((Long) report.machine().get("heap")) / MEGABYTE,
                report.machine().get("jvm"));
        line(
                "libraries",
                "Spark %s; certifact: kernel %s, products %s; mllib: %s",
                report.machine().get("spark"),
                report.machine().get("kernel"),
                report.machine().get("products"),
                report.machine().get("mllib libraries"));
    }

    private void comparison(BenchReport.Comparison c) {
        out.append(String.format(
                Locale.ROOT,
                "%ntolerance %-8.0e %9s %9s %9s  %10s  %5s%n",
                c.tolerance(),
                "median s",
                "least",
                "most",
                "above opt.",
                "rank"));
        CertifactRun typical = c.typical();
        row(
                "certifact",
                c.certifact(),
                c.excess(),
                typical.rank(),
                String.format(
                        Locale.ROOT,
                        "%s, gap %.2e; %d sweeps, %d certificates",
                        c.certified() ? "CERTIFIED" : "NOT CERTIFIED: " + typical.verdict(),
                        typical.relativeGap(),
                        typical.sweeps(),
                        typical.certificates()));
        BenchReport.PeerRuns peer = c.peer();
        if (peer != null) {
            row(
                    peer.name(),
                    peer.times(),
                    peer.excess(),
                    peer.rank(),
                    String.format(
                            Locale.ROOT,
                            peer.reached()
                                    ? "%d iterations, %d blocks"
                                    : "NOT within the tolerance after %d iterations: the time is a lower bound; %d blocks",
                            peer.iterations(),
                            peer.blocks()));
            out.append(String.format(
                    Locale.ROOT,
                    "ratio              %9.2f   median of the ratios run by run %.2f%s%n",
                    c.ratioOfMedians(),
                    c.medianOfRatios(),
                    peer.reached() ? "" : " (lower bounds)"));
        }
        if (c.certifact().spread() > UNQUIET || (peer != null && peer.times().spread() > UNQUIET)) {
            line(
                    "  caution",
                    "runs of the same work differ by more than half: the machine was not quiet, and the medians say little");
        }
        // the peer's own test, which asks for no proof
        double near = report.reference().primal() / (1 - c.tolerance());
        typical.secondsTo(near)
                .ifPresent(seconds ->
                        line("  unproved", "certifact's objective is within the tolerance after %.2f s", seconds));
        metrics(typical);
    }

    private void row(String name, Times times, double excess, int rank, String note) {
        out.append(String.format(
                Locale.ROOT,
                "%-18s %9.2f %9.2f %9.2f  %10.1e  %5d  %s%n",
                name,
                times.median(),
                times.least(),
                times.most(),
                excess,
                rank,
                note));
    }

    /** Of Certifact's run of median time. */
    private void metrics(CertifactRun run) {
        RunMetrics.Counts counts = run.counts();
        double sweeps = Math.max(1, run.sweeps());
        line(
                "  seconds",
                "gathering %.2f, blocking %.2f, descent %.2f, certificates %.2f (%.0f %% of solving)",
                run.gathering(),
                run.blocking(),
                run.solving() - run.certifying(),
                run.certifying(),
                100 * run.certifying() / run.solving());
        line(
                "  sweep",
                "%.3f s, %.1f ns an entry; slowest task %.2f x the median",
                (run.solving() - run.certifying()) / sweeps,
                1e9 * (run.solving() - run.certifying()) / sweeps / report.entries(),
                counts.imbalance());
        line(
                "  spark",
                "%d jobs, %.2f a half-sweep; %s",
                counts.jobs(),
                counts.descentJobs() / (2 * sweeps),
                shuffled(run));
        PeakHeap.Figures heap = run.heap();
        double triples = (double) BYTES_OF_A_TRIPLE * report.entries();
        line(
                "  heap",
                "%.0f MB before; peak %.0f MB, after a collection at most %.0f MB: %.1f x the raw triples more than before",
                heap.before() / MEGABYTE,
                heap.peak() / MEGABYTE,
                heap.peakAfterCollection() / MEGABYTE,
                Math.max(0, heap.peakAfterCollection() - heap.before()) / triples);
    }

    private String shuffled(CertifactRun run) {
        double megabytes = run.counts().descentShuffleBytes() / MEGABYTE / Math.max(1, run.sweeps());
        if (megabytes == 0) {
            return "sweeps shuffled nothing: the shorter factor travels with the tasks";
        }
        double least = (double) report.panelRows() * run.rankSweeps() * BYTES_OF_A_NUMBER / MEGABYTE;
        return String.format(
                Locale.ROOT,
                "shuffled a sweep %.2f MB, least possible %.2f MB",
                megabytes,
                least / Math.max(1, run.sweeps()));
    }

    private void line(String name, String format, Object... values) {
        out.append(String.format(Locale.ROOT, "%-12s ", name))
                .append(String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
