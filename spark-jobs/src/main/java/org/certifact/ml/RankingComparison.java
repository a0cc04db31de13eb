package org.certifact.ml;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.mllib.evaluation.RankingMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.certifact.matrix.FactorTable;
import scala.Tuple2;

/**
 * Rankings of a model on held-out items beside those by popularity, neither of which recommends what a user has seen.
 *
 * @param model of the model
 * @param popularity of the items that most users have seen
 * @param users with held-out items
 * @param unknownUsers of these, those that the model does not have: it recommends nothing to them
 */
public record RankingComparison(RankingScores model, RankingScores popularity, long users, long unknownUsers) {
    private static final String[] NOTHING = {};

    /**
     * @param seen what users had seen when the model was fitted
     * @param heldOut users with the items that they chose then; users and items may be unknown to the model
     * @param k how many are recommended
     */
    public static RankingComparison of(CertifiedCompletionModel fitted, Dataset<?> seen, Dataset<?> heldOut, int k) {
        String user = fitted.getUserCol();
        String item = fitted.getItemCol();
        RatingEntries.checkIds(heldOut.schema(), user, item);
        JavaPairRDD<String, String[]> relevant =
                RatingEntries.itemsByUser(heldOut, user, item).cache();
        JavaPairRDD<String, String[]> known =
                RatingEntries.itemsByUser(seen, user, item).cache();
        JavaPairRDD<String, String[]> recommended = fitted.recommendUnseen(seen, k)
                .toJavaRDD()
                .mapToPair(row -> new Tuple2<>(String.valueOf(row.get(0)), items(row)));
        JavaRDD<Tuple2<List<String>, List<String>>> ours = relevant.leftOuterJoin(recommended)
                .values()
                .map(pair -> new Tuple2<>(Arrays.asList(pair._2().orElse(NOTHING)), Arrays.asList(pair._1())));
        Broadcast<String[]> popular = JavaSparkContext.fromSparkContext(
                        seen.sparkSession().sparkContext())
                .broadcast(byPopularity(known));
        JavaRDD<Tuple2<List<String>, List<String>>> popularOnes = relevant.leftOuterJoin(known)
                .values()
                .map(pair -> new Tuple2<>(
                        first(
                                popular.value(),
                                new HashSet<>(Arrays.asList(pair._2().orElse(NOTHING))),
                                k),
                        Arrays.asList(pair._1())));
        RankingComparison comparison = new RankingComparison(
                scores(ours, k),
                scores(popularOnes, k),
                relevant.count(),
                relevant.subtractByKey(recommended).count());
        relevant.unpersist();
        known.unpersist();
        return comparison;
    }

    private static String[] items(Row row) {
        return row.<Row>getList(1).stream()
                .map(item -> String.valueOf(item.get(0)))
                .toArray(String[]::new);
    }

    /** The items that were seen, by how many users saw them; ties go to the smaller id. */
    private static String[] byPopularity(JavaPairRDD<String, String[]> known) {
        return known
                .values()
                .flatMapToPair(items -> new HashSet<>(Arrays.asList(items))
                        .stream().map(item -> new Tuple2<>(item, 1L)).iterator())
                .reduceByKey(Long::sum)
                .collect()
                .stream()
                .sorted(java.util.Comparator.<Tuple2<String, Long>>comparingLong(t -> -t._2())
                        .thenComparing(Tuple2::_1, FactorTable.BY_ID))
                .map(Tuple2::_1)
                .toArray(String[]::new);
    }

    private static List<String> first(String[] items, Set<String> without, int k) {
        return Arrays.stream(items)
                .filter(item -> !without.contains(item))
                .limit(k)
                .toList();
    }

    private static RankingScores scores(JavaRDD<Tuple2<List<String>, List<String>>> rankings, int k) {
        RankingMetrics<String> metrics = RankingMetrics.of(rankings);
        return new RankingScores(
                metrics.precisionAt(k), metrics.recallAt(k), metrics.ndcgAt(k), metrics.meanAveragePrecisionAt(k));
    }
}
