package org.certifact.jobs;

import java.util.Locale;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.ml.result.LossName;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SolverSpec;

/** A report as a person reads it. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        StringBuilder out = new StringBuilder();
        line(out, "verdict", "%s", sentence(report));
        line(
                out,
                "data",
                "%s: %d x %d, %d entries",
                report.data().title(),
                report.data().rows(),
                report.data().columns(),
                report.data().entries());
        if (report.data().badRecords() > 0) {
            line(out, "bad records", "%d set aside in %s", report.data().badRecords(), ResultWriter.BAD_RECORDS);
        }
        if (report.options() instanceof SolverSpec options && options.loss().name() != LossName.SQUARED) {
            line(out, "loss", "%s", options.loss().text());
        }
        line(out, "lambda", "%.10g%s", report.lambda(), report.path().isEmpty() ? "" : " (chosen by validation)");
        line(out, "rank", "%d", report.rank());
        line(out, "objective", "%.10g", report.primal());
        line(out, "lower bound", "%.10g%s", report.dual(), report.dualWitness() ? " (from the witness factors)" : "");
        line(out, "relative gap", "%.3e", report.relativeGap());
        line(
                out,
                "polar",
                "%s %.10g, %s",
                report.polar().lower() > 0
                        ? String.format(Locale.ROOT, "%.10g to", report.polar().lower())
                        : "at the dual point at most",
                report.polar().upper(),
                kind(report));
        if (report.heldOut() != null) {
            line(out, "held out", "%s", report.heldOut().text());
        }
        if (report.resumed() != null) {
            line(
                    out,
                    "resumed",
                    "from %s, after %d sweeps and %.1f s",
                    report.resumed().checkpoint(),
                    report.resumed().sweeps(),
                    report.resumed().seconds());
        }
        line(out, "time", "%.1f s%s", report.seconds(), certifying(report));
        return out.toString();
    }

    private static String sentence(Report report) {
        String most = String.format(Locale.ROOT, "%.3g %%", 100 * report.relativeGap());
        return switch (report.verdict()) {
            case CERTIFIED -> "CERTIFIED: no factors of any rank are better by more than " + most;
            case BOUNDED ->
                "BOUNDED: finished above the tolerance; no factors of any rank can be better by more than " + most;
            case ITERATION_LIMIT ->
                "ITERATION_LIMIT: stopped early; no factors of any rank can be better by more than " + most;
            case INTERRUPTED -> "INTERRUPTED: told to end; no factors of any rank can be better by more than " + most;
            case TIME_LIMIT -> "TIME_LIMIT: stopped early; no factors of any rank can be better by more than " + most;
        };
    }

    private static String kind(Report report) {
        return report.polar().kind() == BoundKind.DETERMINISTIC
                ? "upper bound deterministic"
                : String.format(
                        Locale.ROOT,
                        "upper bound holds but for probability %.0e",
                        report.polar().failureProbability());
    }

    private static String certifying(Report report) {
        return report.certifySeconds() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", of which %.1f s for %s",
                        report.certifySeconds(),
                        report.options() instanceof SolverSpec ? "certificates" : "the lower bound");
    }

    private static void line(StringBuilder out, String name, String format, Object... values) {
        out.append(String.format(Locale.ROOT, "%-12s ", name))
                .append(String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
