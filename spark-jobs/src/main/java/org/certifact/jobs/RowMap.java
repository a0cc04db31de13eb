package org.certifact.jobs;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certifact.chart.Axis;
import org.certifact.chart.Chart;

/** The rows of a matrix on a map whose directions are the two columns of U that contribute most. */
final class RowMap {
    private static final int NAMED = 5;
    private static final int LONGEST_NAME = 24;

    /** Of a label, as shares of the map. */
    private static final double HEIGHT = 0.05;

    private static final double WIDTH = 0.011;

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
        named().forEach(row -> chart.label(shortened(row.id()), row.values()[0], row.values()[1]));
        return Figure.of(
                "map",
                "A map of the rows",
                chart,
                rows.size() + " rows placed by the two heaviest columns of U; those at the ends are listed below.",
                "Each dot is a row, placed by the two directions that explain most. Rows near each other behave alike"
                        + " as far as these two tell. The rows at the ends are named where there is room; which end is"
                        + " left or up means nothing.");
    }

    /** Rows at the ends of both directions, as far as their names do not cover each other. */
    private List<Extremes.Row> named() {
        Set<Extremes.Row> candidates = new LinkedHashSet<>();
        Extremes all = new Extremes(rows);
        for (int k = 0; k < 2; k++) {
            candidates.addAll(all.highest(k, NAMED));
            candidates.addAll(all.lowest(k, NAMED));
        }
        List<Rectangle2D> taken = new ArrayList<>();
        List<Extremes.Row> placed = new ArrayList<>();
        for (Extremes.Row row : candidates) {
            Rectangle2D place = new Rectangle2D.Double(
                    share(row, 0), share(row, 1), WIDTH * shortened(row.id()).length(), HEIGHT);
            if (place.getMaxX() <= 1.04 && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                placed.add(row);
            }
        }
        return placed;
    }

    private double share(Extremes.Row row, int k) {
        Comparator<Extremes.Row> byValue = Comparator.comparingDouble(r -> r.values()[k]);
        double low = rows.stream().min(byValue).orElseThrow().values()[k];
        double high = rows.stream().max(byValue).orElseThrow().values()[k];
        return high > low ? (row.values()[k] - low) / (high - low) : 0;
    }

    private static String shortened(String id) {
        return id.codePointCount(0, id.length()) <= LONGEST_NAME
                ? id
                : id.substring(0, id.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
