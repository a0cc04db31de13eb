package org.certifact.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.certifact.chart.Axis;
import org.certifact.chart.Chart;
import org.certifact.ml.result.Report;
import org.certifact.solver.LambdaPath;

/** How a run went, as figures: those for which the report has numbers. */
final class RunFigures {
    private static final Axis SECONDS = Axis.linear("seconds since the run began");

    private final Report report;
    private final List<Report.Iteration> all;
    private final List<Report.Iteration> certificates;

    RunFigures(Report report) {
        this.report = report;
        this.all = lastSolve(report);
        this.certificates = all.stream().filter(Report.Iteration::isCertificate).toList();
    }

    /** The iterations of the solve whose factors were kept: not those of other λ, nor of the search for a witness. */
    static List<Report.Iteration> lastSolve(Report report) {
        List<Report.Iteration> same = report.iterations().stream()
                .filter(i -> i.lambda() == report.lambda())
                .toList();
        int solve = same.stream()
                .mapToInt(Report.Iteration::solve)
                .filter(s -> s <= report.path().size() + 1)
                .max()
                .orElse(0);
        return same.stream().filter(i -> i.solve() == solve).toList();
    }

    /** @param weights what each column of the factors contributes, the largest first */
    List<Figure> all(double[] weights) {
        List<Figure> figures = new ArrayList<>();
        if (all.size() > 1) {
            gap(figures);
            objective(figures);
            rank(figures);
            polar(figures);
        }
        spectrum(figures, weights);
        path(figures);
        return figures;
    }

    private void gap(List<Figure> figures) {
        Chart chart = new Chart(SECONDS, Axis.logarithmic("share of the objective"))
                .line("objective above the final lower bound", seconds(all), values(all, this::excess))
                .markedLine("gap proved so far", seconds(certificates), values(certificates, RunFigures::gap))
                .level(
                        "asked for: " + Numbers.percent(report.options().tolerance()),
                        report.options().tolerance());
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "gap",
                    "How close to the best",
                    chart,
                    "Gap against time on a logarithmic axis; it ends at " + Numbers.percent(report.relativeGap()) + ".",
                    "The marked line is what was proved at each certificate: nobody can be better than this by more."
                            + " The other line is how far the objective really was from the lower bound that is known"
                            + " now. Lower is better; where they end is the verdict."));
        }
    }

    private void objective(List<Figure> figures) {
        Chart chart = new Chart(SECONDS, Axis.logarithmic("objective"))
                .line("objective", seconds(all), values(all, Report.Iteration::objective))
                .level("lower bound", report.dual());
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "objective",
                    "The objective",
                    chart,
                    "Objective against time; it ends at " + Numbers.text(report.primal())
                            + ", and no factorization is below " + Numbers.text(report.dual()) + ".",
                    "What is minimized: the misfit to the data plus λ times the size of the factors. No factorization"
                            + " of any rank lies below the dashed line."));
        }
    }

    private void rank(List<Figure> figures) {
        Chart chart = new Chart(SECONDS, Axis.whole("columns of the factors"))
                .steps("rank", seconds(all), values(all, Report.Iteration::rank));
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "rank",
                    "How the rank was found",
                    chart,
                    "Rank against time; it ends at " + report.rank() + ".",
                    "Nobody chose the rank. A certificate that fails names directions to add; directions that the"
                            + " penalty sets to zero are dropped. It ended at " + report.rank() + "."));
        }
    }

    private void polar(List<Figure> figures) {
        List<Report.Iteration> bounded =
                certificates.stream().filter(i -> i.polarUpper() != null).toList();
        Chart chart = new Chart(SECONDS, Axis.logarithmic("bounds on the polar"))
                .ranges(
                        "from the lower to the upper bound",
                        seconds(bounded),
                        values(bounded, i -> i.polarLower() == null ? 0 : i.polarLower()),
                        values(bounded, Report.Iteration::polarUpper))
                .level("λ = " + Numbers.text(report.lambda()), report.lambda());
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "polar",
                    "The test for something better",
                    chart,
                    "Bounds on the polar at each certificate against λ, which is " + Numbers.text(report.lambda())
                            + ".",
                    "The polar measures how much the best direction that is not in the answer would gain. Known to be"
                            + " above λ, the price of a direction: something better exists. Proved to be at most λ:"
                            + " nothing does."));
        }
    }

    private void spectrum(List<Figure> figures, double[] weights) {
        if (weights.length == 0) {
            return;
        }
        boolean singular = report.singularValues().length > 0;
        double[] index =
                IntStream.rangeClosed(1, weights.length).asDoubleStream().toArray();
        Chart chart = new Chart(Axis.whole("column of the factors, the heaviest first"), Axis.logarithmic("weight"))
                .markedLine("weight", index, weights);
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "spectrum",
                    singular ? "The singular values" : "The weight of each column",
                    chart,
                    "Weights of the " + weights.length + " columns, from " + Numbers.text(weights[0]) + " down to "
                            + Numbers.text(weights[weights.length - 1]) + ".",
                    singular
                            ? "How much each direction contributes to what was fitted. A few large ones mean that a few"
                                    + " patterns explain most of the data."
                            : "How much each part contributes: the length of its column of U times that of V."));
        }
    }

    private void path(List<Figure> figures) {
        List<LambdaPath.Step> steps = report.path().stream()
                .sorted(Comparator.comparingDouble(LambdaPath.Step::lambda))
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        Chart chart = new Chart(Axis.logarithmic("λ"), Axis.linear("error on validation entries"))
                .markedLine(
                        "error",
                        steps.stream().mapToDouble(s -> s.lambda()).toArray(),
                        steps.stream().mapToDouble(s -> s.error()).toArray())
                .place("chosen", report.lambda());
        if (!chart.isEmpty()) {
            figures.add(Figure.of(
                    "path",
                    "How λ was chosen",
                    chart,
                    "Error on validation entries against λ, least at " + Numbers.text(report.lambda()) + ".",
                    "Entries that were not fitted judge each λ: too large a λ misses what is there, too small a one"
                            + " fits noise. The λ of the least error was taken."));
        }
    }

    private double excess(Report.Iteration at) {
        return (at.objective() - report.dual()) / Math.abs(at.objective());
    }

    private static double gap(Report.Iteration at) {
        return at.relativeGap() == null ? Double.NaN : at.relativeGap();
    }

    private static double[] seconds(List<Report.Iteration> of) {
        return values(of, Report.Iteration::seconds);
    }

    private static double[] values(List<Report.Iteration> of, ToDoubleFunction<Report.Iteration> value) {
        return of.stream().mapToDouble(value).toArray();
    }
}
