package org.certifact.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Factor rows by id: how factors leave their blocks for files, and find their place in other blocks. */
public final class FactorTable {
    /** The order of ids: whole numbers by value, then the others by their characters. */
    public static final Comparator<String> BY_ID = IdOrder.BY_VALUE;

    private FactorTable() {}

    /** Every id with its offset and its row. @param biases of rank 1 */
    public static JavaRDD<FactorRow> rows(JavaRDD<String[]> ids, FactorMatrix biases, FactorMatrix factor) {
        int rank = factor.rank();
        return Blocks.of(
                List.of(ids.rdd(), biases.blocks().rdd(), factor.blocks().rdd()),
                (p, parts) -> rows(
                        (String[]) parts.get(0).next(),
                        (FactorBlock) parts.get(1).next(),
                        (FactorBlock) parts.get(2).next(),
                        rank));
    }

    private static Iterator<FactorRow> rows(String[] ids, FactorBlock biases, FactorBlock block, int rank) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new FactorRow(
                        ids[i], biases.values()[i], Arrays.copyOfRange(block.values(), i * rank, (i + 1) * rank)))
                .iterator();
    }

    /** The rows of each partition in an order of their ids. */
    public static JavaRDD<FactorRow> sorted(JavaRDD<FactorRow> rows, Comparator<String> order) {
        return Blocks.of(List.of(rows.rdd()), (p, parts) -> {
            List<FactorRow> sorted = new ArrayList<>();
            parts.get(0).forEachRemaining(row -> sorted.add((FactorRow) row));
            sorted.sort(Comparator.comparing(FactorRow::id, order));
            return sorted.iterator();
        });
    }

    /** Whether every id is a whole number in canonical form, so that ids can be kept as longs. */
    public static boolean allWhole(JavaRDD<String[]> ids) {
        return Blocks.collect(Blocks.whole(ids, FactorTable::wholeNumbers)).stream()
                .allMatch(whole -> whole);
    }

    private static boolean wholeNumbers(Iterator<String[]> ids) {
        while (ids.hasNext()) {
            if (!Arrays.stream(ids.next()).allMatch(IdOrder::isLong)) {
                return false;
            }
        }
        return true;
    }

    /** A 64-bit hash of an id, the same on every machine. */
    public static long hash(String id) {
        return IdOrder.hash(id);
    }

    /** The hashes of a block's ids. */
    public static long[] hashes(String[] ids) {
        return Arrays.stream(ids).mapToLong(IdOrder::hash).toArray();
    }

    /**
     * Places rows beside the ids of a matrix; an id that the table does not have gets zeros.
     *
     * @param ids ids of the matrix, one array a block
     */
    public static FactorMatrix align(JavaPairRDD<String, double[]> table, JavaRDD<String[]> ids, int rank) {
        int blocks = ids.getNumPartitions();
        JavaRDD<Tuple2<String, double[]>> placed = table.mapToPair(
                        t -> new Tuple2<>(IdOrder.block(t._1(), blocks), new Tuple2<>(t._1(), t._2())))
                .partitionBy(new BlockPartitioner(blocks))
                .values();
        return new FactorMatrix(
                ids.zipPartitions(
                        placed,
                        (names, rows) ->
                                List.of(place(names.next(), rows, rank)).iterator()),
                rank);
    }

    /** How many ids of a matrix a table does not have. */
    public static long missing(JavaPairRDD<String, double[]> table, JavaRDD<String[]> ids) {
        return ids.flatMap(names -> Arrays.asList(names).iterator())
                .subtract(table.keys())
                .count();
    }

    private static FactorBlock place(String[] ids, Iterator<Tuple2<String, double[]>> rows, int rank) {
        Map<String, double[]> byId = new HashMap<>();
        rows.forEachRemaining(t -> byId.put(t._1(), t._2()));
        double[] values = new double[ids.length * rank];
        for (int i = 0; i < ids.length; i++) {
            double[] row = byId.get(ids[i]);
            if (row != null) {
                System.arraycopy(row, 0, values, i * rank, rank);
            }
        }
        return new FactorBlock(ids.length, rank, values, null);
    }

    /** Gaussian rows of a given scale, the same for an id however the data are spread. */
    public static FactorMatrix random(JavaRDD<String[]> ids, int rank, double scale, long seed) {
        return new FactorMatrix(
                ids.map(names -> {
                    double[] values = new double[names.length * rank];
                    for (int i = 0; i < names.length; i++) {
                        SplittableRandom random =
                                new SplittableRandom(IdOrder.hash(names[i]) ^ seed * 0x9e3779b97f4a7c15L);
                        for (int l = 0; l < rank; l++) {
                            values[i * rank + l] = scale * random.nextGaussian();
                        }
                    }
                    return new FactorBlock(names.length, rank, values, null);
                }),
                rank);
    }
}
