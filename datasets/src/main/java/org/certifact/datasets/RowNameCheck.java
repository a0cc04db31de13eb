package org.certifact.datasets;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** No two rows may have one name. */
final class RowNameCheck {
    private static final int FIRST_TWO = 2;

    private RowNameCheck() {}

    /**
     * Shuffles the names.
     *
     * @throws BadInputException naming the first row whose name was seen before
     */
    static void check(JavaRDD<DenseRow> rows, Places places) {
        Tuple2<String, long[]> none = new Tuple2<>("", new long[] {Long.MAX_VALUE, Long.MAX_VALUE});
        Tuple2<String, long[]> first = rows.mapToPair(row -> new Tuple2<>(row.id(), new long[] {row.source()}))
                .reduceByKey(RowNameCheck::firstTwo)
                .filter(name -> name._2().length == FIRST_TWO)
                .map(name -> name)
                .fold(none, (a, b) -> a._2()[1] <= b._2()[1] ? a : b);
        if (!first._1().isEmpty()) {
            throw new BadInputException(places.where(first._2()[1]) + ": row name '" + Fields.shown(first._1())
                    + "' was seen before, at " + places.where(first._2()[0])
                    + "; rename one, or leave the names out with --leave-out 1 to number the rows");
        }
    }

    private static long[] firstTwo(long[] a, long[] b) {
        long[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        return Arrays.copyOf(all, FIRST_TWO);
    }
}
