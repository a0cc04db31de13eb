package org.certifact.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;
import org.certifact.matrix.FactorRow;
import org.certifact.ml.result.FactorFiles;
import scala.Tuple2;

/**
 * The highest predictions of a model: every block of rows of one side meets every block of the other in a matrix product,
 * whose large entries go to bounded heaps. Nothing is left out: the ranking is exact to rounding, and the ratings are summed as
 * {@link Predictions} sums them.
 */
final class Recommendations {
    /** Rows of the one side and of the other that are multiplied at once: their scores stay in the cache. */
    private static final int TILE = 64;

    private static final int CHUNK = 1024;

    /** Numbers of the other side's factors that meet a block as one piece. */
    private static final int PIECE = 1 << 24;

    private static final String[] NOTHING = {};

    private final double mean;
    private final int blockSize;
    private final int pieceSize;

    /** @param blockSize rows of a block @param pieceSize rows of the other side that it meets at a time */
    Recommendations(double mean, int blockSize, int pieceSize) {
        this.mean = mean;
        this.blockSize = blockSize;
        this.pieceSize = pieceSize;
    }

    /** Rows of a piece that is not too much for a task. */
    static int pieceSize(int rank) {
        return Math.max(1, PIECE / Math.max(1, rank));
    }

    /**
     * @param sources id, bias, factors of those who get recommendations
     * @param excluded ids that a source is not to get, by the source's id; null for none
     * @param targets id, bias, factors of what is recommended
     * @return a row for every source: its id, and an array of (target, rating)
     */
    Dataset<Row> of(
            Dataset<Row> sources,
            String sourceName,
            JavaPairRDD<String, String[]> excluded,
            Dataset<Row> targets,
            String targetName,
            int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " recommendations are asked for; give a number of at least 1");
        }
        int cores = sources.sparkSession().sparkContext().defaultParallelism();
        int pieces = (int) Math.max(1, (targets.count() + pieceSize - 1) / pieceSize);
        JavaRDD<PackedRows> from = packed(sources, excluded, cores, blockSize);
        JavaRDD<PackedRows> to = packed(targets, null, pieces, pieceSize).persist(StorageLevel.MEMORY_AND_DISK());
        double offset = mean;
        JavaPairRDD<String, Ranked> ranked =
                from.cartesian(to).flatMapToPair(pair -> ranked(pair._1(), pair._2(), count, offset));
        if (pieces > 1) {
            ranked = ranked.reduceByKey((a, b) -> a.merge(b, count));
        }
        DataType sourceType = sources.schema().apply("id").dataType();
        DataType targetType = targets.schema().apply("id").dataType();
        StructType item = new StructType().add(targetName, targetType).add("rating", DataTypes.DoubleType);
        StructType schema =
                new StructType().add(sourceName, sourceType).add("recommendations", DataTypes.createArrayType(item));
        boolean wholeSources = sourceType.equals(DataTypes.LongType);
        boolean wholeTargets = targetType.equals(DataTypes.LongType);
        return sources.sparkSession()
                .createDataFrame(
                        ranked.map(
                                row -> RowFactory.create(typed(row._1(), wholeSources), rows(row._2(), wholeTargets))),
                        schema);
    }

    private static JavaRDD<PackedRows> packed(
            Dataset<Row> table, JavaPairRDD<String, String[]> excluded, int partitions, int most) {
        JavaRDD<FactorRow> rows = FactorFiles.rows(table);
        JavaRDD<PackedRows.Source> sources = excluded == null
                ? rows.map(row -> new PackedRows.Source(row, NOTHING))
                : rows.mapToPair(row -> new Tuple2<>(row.id(), row))
                        .leftOuterJoin(excluded)
                        .values()
                        .map(pair -> new PackedRows.Source(pair._1(), pair._2().orElse(NOTHING)));
        return sources.coalesce(partitions).mapPartitions(part -> PackedRows.pack(part, most));
    }

    private static Iterator<Tuple2<String, Ranked>> ranked(PackedRows from, PackedRows to, int count, double mean) {
        double[] scores = new double[TILE * Math.min(CHUNK, to.count())];
        BoundedHeap[] heaps = new BoundedHeap[TILE];
        Arrays.setAll(heaps, i -> new BoundedHeap(Math.min(count, to.count())));
        List<Tuple2<String, Ranked>> out = new ArrayList<>(from.count());
        for (int first = 0; first < from.count(); first += TILE) {
            int rows = Math.min(TILE, from.count() - first);
            List<Set<String>> excluded = IntStream.range(first, first + rows)
                    .mapToObj(from::excluded)
                    .toList();
            for (int left = 0; left < to.count(); left += CHUNK) {
                int width = Math.min(CHUNK, to.count() - left);
                score(from, first, rows, to, left, width, scores);
                for (int i = 0; i < rows; i++) {
                    select(scores, i * width, left, width, excluded.get(i), to, heaps[i]);
                }
            }
            for (int i = 0; i < rows; i++) {
                out.add(new Tuple2<>(from.id(first + i), rated(from, first + i, to, heaps[i].drain(), mean)));
            }
        }
        return out.iterator();
    }

    /** Scores of some rows by some of the others, rows × width. */
    private static void score(
            PackedRows from, int first, int rows, PackedRows to, int left, int width, double[] scores) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                scores[i * width + j] = to.bias(left + j);
            }
        }
        int rank = from.rank();
        MatrixProducts.best()
                .add(
                        1,
                        MatrixView.of(from.values(), first * rank, rows, rank, rank),
                        MatrixView.of(to.values(), left * rank, width, rank, rank)
                                .transposed(),
                        MatrixView.of(scores, rows, width));
    }

    private static void select(
            double[] scores, int start, int left, int width, Set<String> excluded, PackedRows to, BoundedHeap heap) {
        double threshold = heap.threshold();
        for (int j = 0; j < width; j++) {
            double score = scores[start + j];
            // places come in ascending order, so an equal score comes too late
            if (score > threshold && (excluded.isEmpty() || !excluded.contains(to.id(left + j)))) {
                heap.offer(score, left + j);
                threshold = heap.threshold();
            }
        }
    }

    /** Ratings as a prediction gives them. */
    private static Ranked rated(PackedRows from, int i, PackedRows to, int[] places, double mean) {
        int rank = from.rank();
        double[] ratings = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            double dot = 0;
            for (int l = 0; l < rank; l++) {
                dot += from.values()[i * rank + l] * to.values()[places[k] * rank + l];
            }
            ratings[k] = mean + from.bias(i) + to.bias(places[k]) + dot;
        }
        int[] order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -ratings[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ranked(
                IntStream.of(order).mapToObj(k -> to.id(places[k])).toArray(String[]::new),
                IntStream.of(order).mapToDouble(k -> ratings[k]).toArray());
    }

    private static Row[] rows(Ranked ranked, boolean whole) {
        return IntStream.range(0, ranked.ids().length)
                .mapToObj(k -> RowFactory.create(typed(ranked.ids()[k], whole), ranked.ratings()[k]))
                .toArray(Row[]::new);
    }

    private static Object typed(String id, boolean whole) {
        return whole ? (Object) Long.valueOf(id) : id;
    }
}
