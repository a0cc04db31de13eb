package org.certifact.ml;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.certifact.matrix.BlockMatrix;
import org.certifact.matrix.FactorBlock;
import org.certifact.matrix.FactorMatrix;
import org.certifact.matrix.GroupedMatrix;
import scala.Tuple2;

/** Factors that MLlib found, and what they are worth by Certifact's definition. */
public final class AlsFit {
    private final Dataset<Row> users;
    private final Dataset<Row> items;
    private final int rank;
    private final double seconds;
    private final KeptSince kept;

    AlsFit(Dataset<Row> users, Dataset<Row> items, int rank, double seconds, KeptSince kept) {
        this.users = users;
        this.items = items;
        this.rank = rank;
        this.seconds = seconds;
        this.kept = kept;
    }

    /** Of {@code ALS.fit} alone, which leaves both factors computed. */
    public double seconds() {
        return seconds;
    }

    /**
     * ½ Σ w (y − u·v)² + ½ λ (Σ d‖u‖² + Σ d‖v‖²), summed in doubles over the same blocks that Certifact works on.
     *
     * @param data the matrix that the peer was made of
     */
    public double objective(BlockMatrix data, double lambda) {
        FactorMatrix u = factor(users, data.byRows());
        FactorMatrix v = factor(items, data.byColumns());
        int r = rank;
        JavaRDD<double[]> squares = data.byRows().meet(u, v, 0, (block, own, panel) -> new double[] {
            block.residualGradient(own.values(), panel, r, new double[r * r], new double[own.values().length])
        });
        double[][] grams = FactorMatrix.weightedGrams(data, u, v);
        double objective = 0.5 * FactorMatrix.sum(squares, 1)[0] + 0.5 * lambda * (trace(grams[0]) + trace(grams[1]));
        u.unpersist();
        v.unpersist();
        return objective;
    }

    /** Lets go of the factors. */
    public void release() {
        kept.release();
    }

    private double trace(double[] gram) {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += gram[k * rank + k];
        }
        return sum;
    }

    /** Brings each factor row to the block that its id lies in. */
    private FactorMatrix factor(Dataset<Row> table, GroupedMatrix group) {
        int[] offsets = group.offsets();
        int r = rank;
        JavaRDD<FactorBlock> blocks = table.toJavaRDD()
                .mapToPair(row -> new Tuple2<>(row.getInt(0), values(row.getList(1))))
                .partitionBy(new OffsetPartitioner(offsets))
                .mapPartitionsWithIndex(
                        (p, part) -> List.of(block(part, offsets[p], offsets[p + 1] - offsets[p], r))
                                .iterator(),
                        true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new FactorMatrix(blocks, rank);
    }

    private static double[] values(List<Float> features) {
        return features.stream().mapToDouble(Float::doubleValue).toArray();
    }

    private static FactorBlock block(Iterator<Tuple2<Integer, double[]>> part, int first, int rows, int rank) {
        double[] values = new double[rows * rank];
        part.forEachRemaining(row -> System.arraycopy(row._2(), 0, values, (row._1() - first) * rank, rank));
        return new FactorBlock(rows, rank, values, null);
    }

    /** Sends a row to the block that holds its place. */
    private static final class OffsetPartitioner extends Partitioner {
        private final int[] offsets;

        OffsetPartitioner(int[] offsets) {
            this.offsets = offsets;
        }

        @Override
        public int numPartitions() {
            return offsets.length - 1;
        }

        @Override
        public int getPartition(Object key) {
            int row = (Integer) key;
            int found = Arrays.binarySearch(offsets, row);
            int p = found >= 0 ? found : -found - 2;
            // of several blocks that begin here all but the last are empty
            while (offsets[p + 1] <= row) {
                p++;
            }
            return p;
        }
    }
}
