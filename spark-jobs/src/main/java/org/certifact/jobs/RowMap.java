package org.certifact.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.certifact.chart.Axis;
import org.certifact.chart.Chart;

/** The rows of a matrix on a map whose directions are the two columns of U that contribute most. */
final class RowMap {
    /** At each end of each direction. */
    private static final int ENDS = 5;

    private static final int NAMED = 16;
    private static final int LONGEST_NAME = 24;

    /** Rows of which each is compared with each other. */
    private static final int MOST_COMPARED = 2000;

    private final List<Extremes.Row> rows;

    private RowMap(List<Extremes.Row> rows) {
        this.rows = rows;
    }

    /** The map; empty where the factors have less than two columns. */
    static Optional<Figure> of(Findings findings) {
        return findings.leading().length < 2
                ? Optional.empty()
                : Optional.of(new RowMap(findings.rows().rows()).figure());
    }

    private Figure figure() {
        double[] x = rows.stream().mapToDouble(row -> row.values()[0]).toArray();
        double[] y = rows.stream().mapToDouble(row -> row.values()[1]).toArray();
        Chart chart = new Chart(Axis.linear("first direction"), Axis.linear("second direction")).marks("rows", x, y);
        name(chart, x, y);
        return Figure.of(
                "map",
                "A map of the rows",
                chart,
                rows.size() + " rows placed by the two heaviest columns of U; those at the ends are listed below.",
                "Each dot is a row, placed by the two directions that explain most. Rows near each other behave alike"
                        + " as far as these two tell. Rows at the ends and rows that stand alone are named where there"
                        + " is room; which end is left or up means nothing.");
    }

    private void name(Chart chart, double[] x, double[] y) {
        double[] across = shares(x);
        double[] up = shares(y);
        MapLabels labels = new MapLabels(across, up);
        notable(across, up)
                .forEach(row -> labels.add(row, shortened(rows.get(row).id())));
        labels.placed().stream()
                .limit(NAMED)
                .forEach(label -> chart.label(
                        shortened(rows.get(label.dot()).id()), x[label.dot()], y[label.dot()], label.right()));
    }

    /** Rows at the ends of both directions, then the others, those that stand most alone first. */
    private Set<Integer> notable(double[] x, double[] y) {
        Set<Integer> notable = new LinkedHashSet<>();
        for (double[] shares : List.of(x, y)) {
            List<Integer> ranked = ranked(row -> shares[row]);
            notable.addAll(ranked.subList(0, Math.min(ENDS, ranked.size())));
            notable.addAll(ranked.subList(Math.max(0, ranked.size() - ENDS), ranked.size()));
        }
        if (rows.size() <= MOST_COMPARED) {
            double[] alone = alone(x, y);
            notable.addAll(ranked(row -> -alone[row]));
        }
        return notable;
    }

    private List<Integer> ranked(ToDoubleFunction<Integer> key) {
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(key))
                .toList();
    }

    /** The distance of each dot to the nearest other one. */
    private static double[] alone(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> IntStream.range(0, x.length)
                        .filter(j -> j != i)
                        .mapToDouble(j -> Math.hypot(x[j] - x[i], y[j] - y[i]))
                        .min()
                        .orElse(0))
                .toArray();
    }

    private static double[] shares(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        return Arrays.stream(values)
                .map(value -> high > low ? (value - low) / (high - low) : 0)
                .toArray();
    }

    private static String shortened(String id) {
        return id.codePointCount(0, id.length()) <= LONGEST_NAME
                ? id
                : id.substring(0, id.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
