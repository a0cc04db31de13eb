package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.certifact.linalg.certify.BoundKind;
import org.certifact.linalg.certify.Verdict;
import org.certifact.ml.result.Report;

/** A result as a page for people: {@code report.html}, complete in itself. */
final class ReportPage {
    static final String FILE = "report.html";

    private static final PageTemplate TEMPLATE = new PageTemplate("report.mustache");

    /** Rows of the table of iterations. */
    private static final int MOST_ROWS = 200;

    private final Report report;
    private final Findings findings;
    private final List<Setting> settings;

    private ReportPage(Report report, Findings findings, List<Setting> settings) {
        this.report = report;
        this.findings = findings;
        this.settings = settings;
    }

    /** The page. @param settings every option with where it comes from */
    static String of(Report report, Findings findings, List<Setting> settings) {
        return TEMPLATE.with(new ReportPage(report, findings, settings).content());
    }

    /** What the template names. */
    private record Content(
            String title,
            String data,
            boolean certified,
            String verdict,
            String bound,
            String meaning,
            List<Line> facts,
            List<Figure> figures,
            List<Step> steps,
            String stepsCaption,
            boolean hasPath,
            List<Step> path,
            List<Direction> directions,
            boolean pictured,
            String atoms,
            String reconstruction,
            boolean hasTopics,
            List<Line> topics,
            List<Setting> settings,
            List<Line> versions) {}

    /** A name and what it has. */
    record Line(String name, String value) {}

    /** A row of a table of numbers. */
    record Step(List<String> cells) {}

    /** A column of the factors by the rows and columns of the matrix at its ends. */
    record Direction(int number, String weight, List<End> ends) {}

    /** One end of a direction. */
    record End(String name, List<Line> rows, List<Line> columns) {}

    private Content content() {
        List<Figure> figures = new ArrayList<>(new RunFigures(report).all(findings.weights()));
        boolean pictured = findings.atoms().isPresent();
        if (!pictured) {
            RowMap.of(findings).ifPresent(figures::add);
        }
        List<Report.Iteration> iterations = RunFigures.lastSolve(report);
        List<Report.Iteration> shown = thinned(iterations);
        return new Content(
                title(),
                report.data().title(),
                report.verdict() == Verdict.CERTIFIED,
                report.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Numbers.percent(report.relativeGap()),
                meaning(),
                facts(),
                figures,
                shown.stream().map(ReportPage::step).toList(),
                shown.size() < iterations.size()
                        ? "All certificates and some of the sweeps; all " + iterations.size() + " are in " + Report.FILE
                                + "."
                        : "All sweeps and certificates of the last solve.",
                !report.path().isEmpty(),
                report.path().stream()
                        .map(s -> new Step(List.of(
                                Numbers.text(s.lambda()),
                                Numbers.text(s.error()),
                                Integer.toString(s.rank()),
                                Numbers.percent(s.relativeGap()))))
                        .toList(),
                pictured ? List.of() : directions(),
                pictured,
                findings.atoms().orElse(""),
                findings.reconstruction().orElse(""),
                findings.topics().size() > 1,
                topics(),
                settings,
                report.versions().entrySet().stream()
                        .map(e -> new Line(e.getKey(), e.getValue()))
                        .toList());
    }

    private String title() {
        return switch (report.model()) {
            case "completion" -> "Matrix completion";
            case "nmf" -> "Non-negative factorization";
            default -> "Sparse dictionary";
        };
    }

    private String meaning() {
        String asked = Numbers.percent(report.options().tolerance());
        return switch (report.verdict()) {
            case CERTIFIED -> "The run was asked to prove this to " + asked + ", and did: the result is certified.";
            case BOUNDED ->
                "The run was asked to prove it to " + asked + " and ended above that. The bound stands; a better"
                        + " factorization may or may not exist within it.";
            case ITERATION_LIMIT, TIME_LIMIT ->
                "The run was stopped by its limit before it reached the " + asked
                        + " asked for. The bound stands; a longer run would tighten it.";
            case INTERRUPTED ->
                "The run was told to end before it reached the " + asked
                        + " asked for. The bound stands; a longer run would tighten it.";
        };
    }

    private List<Line> facts() {
        Report.DataSummary data = report.data();
        List<Line> facts = new ArrayList<>();
        double cells = (double) data.rows() * data.columns();
        facts.add(new Line("Data", data.title()));
        facts.add(
                new Line("Size", Numbers.count(data.rows()) + " rows × " + Numbers.count(data.columns()) + " columns"));
        facts.add(new Line(
                "Entries",
                Numbers.count(data.entries()) + " (" + String.format(Locale.ROOT, "%.3g", 100 * data.entries() / cells)
                        + " % of the cells)"));
        if (data.badRecords() > 0) {
            facts.add(new Line("Set aside", Numbers.count(data.badRecords()) + " bad records, in bad-records.txt"));
        }
        facts.add(new Line("Rank found", Integer.toString(report.rank())));
        facts.add(new Line(
                "λ, the price of a direction",
                Numbers.text(report.lambda()) + (report.path().isEmpty() ? "" : ", chosen on validation entries")));
        facts.add(new Line("Objective reached", Numbers.text(report.primal())));
        facts.add(new Line(
                "Proved lower bound",
                Numbers.text(report.dual()) + (report.dualWitness() ? ", from the witness factors" : "")));
        facts.add(new Line("Relative gap", String.format(Locale.ROOT, "%.3e", report.relativeGap())));
        facts.add(new Line(
                "The proof",
                report.polar().kind() == BoundKind.DETERMINISTIC
                        ? "deterministic"
                        : String.format(
                                Locale.ROOT,
                                "holds except with probability %.0e",
                                report.polar().failureProbability())));
        if (report.heldOut() != null) {
            facts.add(new Line(
                    "Error on held-out entries",
                    Numbers.text(report.heldOut().rmse()) + " on "
                            + Numbers.count(report.heldOut().entries()) + " entries never fitted ("
                            + Numbers.text(report.heldOut().baseline()) + " without factors)"));
        }
        facts.add(new Line("Time", String.format(Locale.ROOT, "%.1f s", report.seconds())));
        return facts;
    }

    /** All certificates, and so many sweeps as there is room for. */
    private static List<Report.Iteration> thinned(List<Report.Iteration> all) {
        int step = Math.max(1, (all.size() + MOST_ROWS - 1) / MOST_ROWS);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0 || all.get(i).isCertificate())
                .mapToObj(all::get)
                .toList();
    }

    private static Step step(Report.Iteration at) {
        return new Step(List.of(
                String.format(Locale.ROOT, "%.2f", at.seconds()),
                at.event(),
                Integer.toString(at.sweep()),
                Numbers.text(at.objective()),
                at.relativeGap() == null ? "–" : String.format(Locale.ROOT, "%.2e", at.relativeGap()),
                Integer.toString(at.rank()),
                at.polarLower() == null ? "–" : Numbers.text(at.polarLower()),
                at.polarUpper() == null ? "–" : Numbers.text(at.polarUpper())));
    }

    private List<Direction> directions() {
        List<Direction> directions = new ArrayList<>();
        for (int k = 0; k < findings.leading().length; k++) {
            List<Line> highRows = lines(findings.rows().highest(k, Findings.NAMED), k);
            List<Line> highColumns = lines(findings.columns().highest(k, Findings.NAMED), k);
            List<Line> lowRows = lines(findings.rows().lowest(k, Findings.NAMED), k);
            List<Line> lowColumns = lines(findings.columns().lowest(k, Findings.NAMED), k);
            List<End> ends = lowRows.isEmpty() && lowColumns.isEmpty()
                    ? List.of(new End("The largest", highRows, highColumns))
                    : List.of(
                            new End("At one end", highRows, highColumns),
                            new End("At the other end", lowRows, lowColumns));
            directions.add(new Direction(k + 1, Numbers.text(findings.weights()[k]), ends));
        }
        return directions;
    }

    private static List<Line> lines(List<Extremes.Row> rows, int column) {
        return rows.stream()
                .map(row -> new Line(row.id(), String.format(Locale.ROOT, "%.3g", row.values()[column])))
                .toList();
    }

    private List<Line> topics() {
        return findings.topics().stream()
                .skip(1)
                .map(cells -> new Line(
                        String.format(Locale.ROOT, "%.4g", Double.parseDouble(cells.get(1))),
                        String.join(
                                ", ",
                                cells.subList(2, cells.size()).stream()
                                        .filter(term -> !term.isEmpty())
                                        .toList())))
                .toList();
    }
}
