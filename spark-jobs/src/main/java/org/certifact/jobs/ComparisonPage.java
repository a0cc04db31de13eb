package org.certifact.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.certifact.chart.Axis;
import org.certifact.chart.Chart;
import org.certifact.ml.result.Report;

/** Several results as one page, complete in itself. */
final class ComparisonPage {
    private static final PageTemplate TEMPLATE = new PageTemplate("compare.mustache");
    private static final Axis SECONDS = Axis.linear("seconds since each run began");

    private ComparisonPage() {}

    private record Row(String run, List<String> cells) {}

    private record Content(
            int count,
            String remark,
            List<String> header,
            List<Row> rows,
            List<String> names,
            List<Comparison.Difference> differences,
            List<Figure> figures) {}

    static String of(Comparison comparison) {
        return TEMPLATE.with(new Content(
                comparison.runs().size(),
                comparison.remark(),
                Comparison.HEADER,
                comparison.table().stream()
                        .map(row -> new Row(row.get(0), row.subList(1, row.size())))
                        .toList(),
                comparison.runs().stream().map(Comparison.Run::name).toList(),
                comparison.differences(),
                figures(comparison)));
    }

    private static List<Figure> figures(Comparison comparison) {
        List<Figure> figures = new ArrayList<>();
        add(
                figures,
                "gap",
                "Gap proved",
                chart(
                        comparison,
                        Axis.logarithmic("share of the objective"),
                        Report.Iteration::isCertificate,
                        ComparisonPage::gap),
                "What each run had proved at each certificate. Lower is better.");
        if (comparison.sameProblem()) {
            add(
                    figures,
                    "objective",
                    "Objective",
                    chart(comparison, Axis.logarithmic("objective"), i -> true, Report.Iteration::objective)
                            .level("best lower bound", comparison.bestBound()),
                    "What is minimized. No factorization of any rank lies below the dashed line.");
        }
        add(
                figures,
                "rank",
                "Rank",
                chart(comparison, Axis.whole("columns of the factors"), i -> true, Report.Iteration::rank),
                "How many columns each run's factors had.");
        return figures;
    }

    private static void add(List<Figure> figures, String id, String title, Chart chart, String caption) {
        if (!chart.isEmpty()) {
            figures.add(Figure.of(id, title, chart, title + " of all runs against time.", caption));
        }
    }

    private static Chart chart(
            Comparison comparison,
            Axis axis,
            Predicate<Report.Iteration> which,
            ToDoubleFunction<Report.Iteration> value) {
        Chart chart = new Chart(SECONDS, axis);
        for (Comparison.Run run : comparison.runs()) {
            List<Report.Iteration> shown =
                    RunFigures.lastSolve(run.report()).stream().filter(which).toList();
            chart.markedLine(
                    run.name(),
                    shown.stream().mapToDouble(Report.Iteration::seconds).toArray(),
                    shown.stream().mapToDouble(value).toArray());
        }
        return chart;
    }

    private static double gap(Report.Iteration at) {
        return at.relativeGap() == null ? Double.NaN : at.relativeGap();
    }
}
