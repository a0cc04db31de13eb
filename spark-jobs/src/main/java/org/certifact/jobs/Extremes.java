package org.certifact.jobs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.matrix.Blocks;
import org.certifact.matrix.FactorRow;
import org.certifact.matrix.FactorTable;
import scala.Tuple2;

/**
 * The rows of a factor that stand out in some of its columns, and a sample of the others.
 *
 * @param rows those kept; each has one value for each column that was asked for
 */
record Extremes(List<Row> rows) {

    /** An id with its values in the chosen columns. */
    record Row(String id, double[] values) {}

    /**
     * Looks for them on the executors.
     *
     * @param columns of the factor
     * @param most rows kept at each end of each column
     * @param sampled rows kept besides, chosen by their ids
     */
    static Extremes of(JavaRDD<FactorRow> factor, int[] columns, int most, int sampled) {
        List<Row> rows = new ArrayList<>();
        for (List<Tuple2<String, double[]>> part :
                Blocks.collect(Blocks.whole(factor, elements -> kept(elements, columns, most, sampled)))) {
            part.forEach(row -> rows.add(new Row(row._1(), row._2())));
        }
        rows.sort(Comparator.comparing(Row::id, FactorTable.BY_ID));
        return new Extremes(rows);
    }

    private static List<Tuple2<String, double[]>> kept(Iterator<FactorRow> rows, int[] columns, int most, int sampled) {
        List<PriorityQueue<Tuple2<String, double[]>>> ends = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            ends.add(new PriorityQueue<>(byValue(k)));
            ends.add(new PriorityQueue<>(byValue(k).reversed()));
        }
        PriorityQueue<Tuple2<String, double[]>> sample = new PriorityQueue<>(BY_HASH.reversed());
        rows.forEachRemaining(row -> {
            double[] values =
                    Arrays.stream(columns).mapToDouble(k -> row.factors()[k]).toArray();
            Tuple2<String, double[]> chosen = new Tuple2<>(row.id(), values);
            ends.forEach(end -> offer(end, chosen, most));
            offer(sample, chosen, sampled);
        });
        Set<Tuple2<String, double[]>> all = new HashSet<>(sample);
        ends.forEach(all::addAll);
        return new ArrayList<>(all);
    }

    private static final Comparator<Tuple2<String, double[]>> BY_HASH =
            Comparator.<Tuple2<String, double[]>>comparingLong(row -> FactorTable.hash(row._1()))
                    .thenComparing(Tuple2::_1);

    private static Comparator<Tuple2<String, double[]>> byValue(int column) {
        return (Comparator<Tuple2<String, double[]>> & Serializable)
                (a, b) -> Double.compare(a._2()[column], b._2()[column]);
    }

    /** Keeps the greatest by the queue's order. */
    private static void offer(PriorityQueue<Tuple2<String, double[]>> queue, Tuple2<String, double[]> row, int most) {
        queue.add(row);
        if (queue.size() > most) {
            queue.poll();
        }
    }

    /** The ids at the high end of a chosen column, the highest first, none at or below 0. */
    List<Row> highest(int column, int most) {
        return rows.stream()
                .filter(row -> row.values()[column] > 0)
                .sorted(Comparator.comparingDouble((Row row) -> -row.values()[column]))
                .limit(most)
                .toList();
    }

    /** The ids at the low end of a chosen column, the lowest first, none at or above 0. */
    List<Row> lowest(int column, int most) {
        return rows.stream()
                .filter(row -> row.values()[column] < 0)
                .sorted(Comparator.comparingDouble((Row row) -> row.values()[column]))
                .limit(most)
                .toList();
    }
}
