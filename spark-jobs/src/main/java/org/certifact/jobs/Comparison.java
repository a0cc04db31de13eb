package org.certifact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.certifact.ml.result.Report;
import org.certifact.ml.result.SavedResult;

/** Several results side by side. */
final class Comparison {
    /** What may differ between two runs that look for the same thing. */
    private static final Set<String> HOW = Set.of(
            "tolerance", "maxSeconds", "maxSweeps", "maxRank", "initialRank", "seed", "certifySeconds", "descent");

    /** What is said otherwise: λ by the report, the data by their sums. */
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("lambda", "lambdaShare", "validation", "holdout", "solves");

    /** A result under the shortest name that tells it from the others. */
    record Run(String name, Report report) {}

    private final List<Run> runs;

    private Comparison(List<Run> runs) {
        this.runs = runs;
    }

    static Comparison open(List<String> directories, Configuration hadoop) {
        Set<String> names = new HashSet<>();
        boolean distinct = directories.stream().allMatch(path -> names.add(last(path)));
        return new Comparison(directories.stream()
                .map(path -> new Run(
                        distinct ? last(path) : path,
                        SavedResult.open(path, hadoop).report()))
                .toList());
    }

    private static String last(String path) {
        Path name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    List<Run> runs() {
        return runs;
    }

    /** Whether all minimize the same objective on the same data, so that objectives and lower bounds may be compared. */
    boolean sameProblem() {
        return runs.stream().map(run -> problem(run.report())).distinct().count() == 1;
    }

    /** The best lower bound of all, which holds for all where they solve the same problem. */
    double bestBound() {
        return runs.stream().mapToDouble(run -> run.report().dual()).max().orElseThrow();
    }

    private static Map<String, String> problem(Report report) {
        Map<String, String> problem = options(report);
        problem.keySet().removeAll(HOW);
        Report.DataSummary data = report.data();
        problem.put("model", report.model());
        problem.put("lambda", rounded(report.lambda()));
        problem.put("size", data.rows() + " x " + data.columns() + ", " + data.entries());
        problem.put("sums", rounded(data.sum()) + ", " + rounded(data.sumOfSquares()));
        return problem;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.9e", value);
    }

    private static Map<String, String> options(Report report) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten(Report.tree(report).get("options"), flat);
        flat.keySet().removeIf(SAID_ELSEWHERE::contains);
        return flat;
    }

    private static void flatten(JsonNode node, Map<String, String> flat) {
        node.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                flatten(field.getValue(), flat);
            } else {
                flat.put(
                        field.getKey(),
                        field.getValue().isNull() ? "–" : field.getValue().asText());
            }
        });
    }

    /** A row of what differs: an option and its value in every run. */
    record Difference(String option, List<String> values) {}

    /** The options in which the runs differ. */
    List<Difference> differences() {
        List<Map<String, String>> all =
                runs.stream().map(run -> options(run.report())).toList();
        Set<String> names = new LinkedHashSet<>();
        all.forEach(options -> names.addAll(options.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            List<String> values =
                    all.stream().map(options -> options.getOrDefault(name, "–")).toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(new Difference(name, values));
            }
        }
        return differences;
    }

    /** Names of the columns of the table. */
    static final List<String> HEADER =
            List.of("run", "verdict", "rank", "lambda", "objective", "gap", "held out", "seconds");

    /** The table, a row a run. */
    List<List<String>> table() {
        return runs.stream().map(Comparison::row).toList();
    }

    private static List<String> row(Run run) {
        Report report = run.report();
        return List.of(
                run.name(),
                report.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Integer.toString(report.rank()),
                Numbers.text(report.lambda()),
                Numbers.text(report.primal()),
                Numbers.percent(report.relativeGap()),
                report.heldOut() == null ? "–" : Numbers.text(report.heldOut().rmse()),
                String.format(Locale.ROOT, "%.1f", report.seconds()));
    }

    /** What the numbers may be compared for. */
    String remark() {
        if (!sameProblem()) {
            return "The runs differ in data, model or λ, so their objectives do not compare; errors on the same held-out"
                    + " entries do.";
        }
        StringBuilder remark = new StringBuilder("All minimize the same objective on the same data, so the best lower"
                + " bound, " + Numbers.text(bestBound()) + ", holds for all. By it the gaps are");
        String separator = " ";
        for (Run run : runs) {
            double gap = Math.max(0, run.report().primal() - bestBound())
                    / Math.abs(run.report().primal());
            remark.append(separator).append(run.name()).append(' ').append(Numbers.percent(gap));
            separator = ", ";
        }
        return remark.append('.').toString();
    }
}
