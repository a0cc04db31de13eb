package org.certifact.ml;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.BLAS$;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.mllib.linalg.LAPACK$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.DataBlock;

/**
 * MLlib's ALS on the entries of a matrix: (row, column, value) as int, int and float in a cached data frame, ids being the
 * places of rows and columns in block order.
 *
 * <p>Its normal equations, (Σ v vᵀ + λ d I) u = Σ y v for a row of d entries, are those of ½ Σ (y − u·v)² + ½ λ (Σ d‖u‖² +
 * Σ d‖v‖²): {@code regParam} is our λ at weighting 1.
 */
public final class AlsPeer {
    private static final StructType SCHEMA = new StructType()
            .add("user", DataTypes.IntegerType, false)
            .add("item", DataTypes.IntegerType, false)
            .add("rating", DataTypes.FloatType, false);

    private final JavaSparkContext spark;
    private final Dataset<Row> ratings;
    private final double lambda;
    private final long seed;

    /** Caches the entries now. @param data entries of weight 1, centred as they are to be fitted */
    public AlsPeer(SparkSession session, BlockMatrix data, double lambda, long seed) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.lambda = lambda;
        this.seed = seed;
        int[] first = data.byRows().offsets();
        JavaRDD<Row> rows =
                data.byRows().blocks().mapPartitionsWithIndex((p, part) -> rows(part.next(), first[p]), true);
        this.ratings = session.createDataFrame(rows, SCHEMA).persist(StorageLevel.MEMORY_AND_DISK());
        ratings.count();
    }

    private static Iterator<Row> rows(DataBlock data, int first) {
        SparseBlock entries = data.entries();
        int[] ids = data.panelIndex();
        return IntStream.range(0, entries.segments())
                .boxed()
                .flatMap(s -> IntStream.range(entries.start(s), entries.start(s + 1))
                        .mapToObj(k -> RowFactory.create(
                                first + entries.row(s), ids[entries.columns()[k]], (float) entries.values()[k])))
                .iterator();
    }

    /** Fits, and measures the fit alone. @param blocks of users, and of items */
    public AlsFit fit(int rank, int iterations, int blocks) {
        ALS als = new ALS()
                .setRank(rank)
                .setMaxIter(iterations)
                .setNumBlocks(blocks)
                .setRegParam(lambda)
                .setNonnegative(false)
                .setSeed(seed);
        KeptSince kept = KeptSince.now(spark);
        long begin = System.nanoTime();
        ALSModel model = als.fit(ratings);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        return new AlsFit(model.userFactors(), model.itemFactors(), rank, seconds, kept);
    }

    /** Lets go of the data frame. */
    public void unpersist() {
        ratings.unpersist(true);
    }

    /** MLlib's default number of blocks of users and of items. */
    public static int defaultBlocks() {
        return new ALS().getNumUserBlocks();
    }

    /** The libraries that MLlib computes with. */
    public static List<String> libraries() {
        return List.of(
                BLAS$.MODULE$.nativeBLAS().getClass().getSimpleName(),
                LAPACK$.MODULE$.nativeLAPACK().getClass().getSimpleName());
    }
}
