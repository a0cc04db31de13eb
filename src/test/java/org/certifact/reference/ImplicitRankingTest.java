package org.certifact.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.certifact.linalg.certify.Verdict;
import org.certifact.ml.CertifiedCompletion;
import org.certifact.ml.CertifiedCompletionModel;
import org.certifact.ml.RankingComparison;
import org.junit.jupiter.api.Test;

/**
 * MovieLens 100K as implicit feedback: a rating of 4 or 5 is a view. Each user's last view is to be found among the first ten
 * recommendations; λ and α, and for MLlib the rank, are chosen on the last view but one.
 */
class ImplicitRankingTest {
    private static final int RECOMMENDED = 10;
    private static final double[] ALPHAS = {1, 5};
    private static final double[] LAMBDAS = {5, 10, 20, 40};
    private static final double[] PEER_LAMBDAS = {0.01, 0.03, 0.1, 0.3};
    private static final int[] PEER_RANKS = {20, 50, 100};
    private static final double TOLERANCE = 1e-3;

    @Test
    void ranksNoWorseThanMllibAndIsCertified() throws IOException {
        assumeTrue(Boolean.getBoolean("certifact.long"), "takes some minutes; run with -Dcertifact.long=true");
        assumeTrue(
                Files.exists(MovieLens.file()),
                "MovieLens 100K is not there; name the folder of ml-100k/u.data with -Dcertifact.data=FOLDER");
        try (SparkSession spark = FreshJvm.session()) {
            Dataset<Row> views = fromTheLast(spark).cache();
            Split validation = new Split(views, 2);
            Split test = new Split(views, 1);

            Choice chosen = null;
            for (double alpha : ALPHAS) {
                for (double lambda : LAMBDAS) {
                    double ndcg = validation.ndcg(validation.certified(lambda, alpha, 10 * TOLERANCE));
                    System.out.printf("certifact lambda %s alpha %s: %.4f%n", lambda, alpha, ndcg);
                    chosen = Choice.better(chosen, new Choice(lambda, alpha, 0, ndcg));
                }
            }
            Choice peer = null;
            for (double alpha : ALPHAS) {
                for (double lambda : PEER_LAMBDAS) {
                    for (int rank : PEER_RANKS) {
                        double ndcg = validation.ndcg(validation.mllib(lambda, alpha, rank));
                        System.out.printf("mllib lambda %s alpha %s rank %d: %.4f%n", lambda, alpha, rank, ndcg);
                        peer = Choice.better(peer, new Choice(lambda, alpha, rank, ndcg));
                    }
                }
            }

            long begin = System.nanoTime();
            CertifiedCompletionModel model = test.certified(chosen.lambda(), chosen.alpha(), TOLERANCE);
            double seconds = (System.nanoTime() - begin) * 1e-9;
            RankingComparison comparison = test.compare(model);
            double peers = test.ndcg(test.mllib(peer.lambda(), peer.alpha(), peer.rank()));
            System.out.printf(
                    "certifact %s: NDCG@10 %.4f, gap %.2e at rank %d after %.1f s; mllib %s: %.4f; popularity %.4f%n",
                    chosen,
                    comparison.model().ndcg(),
                    model.summary().relativeGap(),
                    model.rank(),
                    seconds,
                    peer,
                    peers,
                    comparison.popularity().ndcg());

            assertThat(model.summary().verdict()).isEqualTo(Verdict.CERTIFIED);
            assertThat(model.summary().relativeGap()).isLessThanOrEqualTo(TOLERANCE);
            assertThat(comparison.model().ndcg())
                    .isGreaterThanOrEqualTo(peers)
                    .isGreaterThan(comparison.popularity().ndcg());
        }
    }

    /** Views with their position counted from each user's last. */
    private static Dataset<Row> fromTheLast(SparkSession spark) {
        return spark.read()
                .option("sep", "\t")
                .schema("user INT, item INT, rating FLOAT, time LONG")
                .csv(MovieLens.file().toString())
                .filter("rating >= 4")
                .withColumn(
                        "position",
                        functions
                                .row_number()
                                .over(Window.partitionBy("user")
                                        .orderBy(functions.col("time").desc(), functions.col("item"))))
                .selectExpr("user", "item", "1.0f AS rating", "position");
    }

    /** What gave the best ranking so far. @param rank of MLlib's factors, else 0 */
    private record Choice(double lambda, double alpha, int rank, double ndcg) {
        static Choice better(Choice old, Choice now) {
            return old == null || now.ndcg > old.ndcg ? now : old;
        }
    }

    /** Views before a position, and those at it. */
    private static final class Split {
        private final Dataset<Row> seen;
        private final Dataset<Row> heldOut;

        Split(Dataset<Row> views, int position) {
            seen = views.filter("position > " + position).coalesce(2).cache();
            heldOut = views.filter("position = " + position).cache();
        }

        CertifiedCompletionModel certified(double lambda, double alpha, double tolerance) {
            return new CertifiedCompletion()
                    .setImplicitPrefs(true)
                    .setWeighting(0)
                    .setRegParam(lambda)
                    .setAlpha(alpha)
                    .setTolerance(tolerance)
                    .fit(seen);
        }

        CertifiedCompletionModel mllib(double lambda, double alpha, int rank) {
            return CertifiedCompletionModel.of(
                    new ALS()
                            .setImplicitPrefs(true)
                            .setRegParam(lambda)
                            .setAlpha(alpha)
                            .setRank(rank)
                            .setMaxIter(15)
                            .setSeed(1)
                            .setNumBlocks(2)
                            .fit(seen),
                    lambda);
        }

        double ndcg(CertifiedCompletionModel model) {
            return compare(model).model().ndcg();
        }

        RankingComparison compare(CertifiedCompletionModel model) {
            return RankingComparison.of(model, seen, heldOut, RECOMMENDED);
        }
    }
}
