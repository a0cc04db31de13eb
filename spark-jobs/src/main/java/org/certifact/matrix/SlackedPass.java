package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.product.MatrixProduct;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;
import org.certifact.linalg.slack.Slack;

/**
 * One step of block subspace iteration on M = W + T(H) (see {@link SlackedPoint#imputed}): S = M Q stays with the blocks as
 * further columns of their state, and what the driver needs comes back.
 *
 * @param state the columns that the pass was given, and S behind them
 * @param gram state ᵀ state
 * @param image Mᵀ S, columns × count
 */
public record SlackedPass(FactorMatrix state, double[] gram, double[] image) {

    /** The state of a block and its part of the sums. */
    static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final FactorBlock state;
        private final double[] sums;

        private Part(FactorBlock state, double[] sums) {
            this.state = state;
            this.sums = sums;
        }

        FactorBlock state() {
            return state;
        }

        double[] sums() {
            return sums;
        }
    }

    /** What a pass tells the executors. */
    static final class Order implements Serializable {
        private static final long serialVersionUID = 1L;

        private final SlackedPoint point;
        private final double[] q;
        private final int count;

        Order(SlackedPoint point, double[] q, int count) {
            this.point = point;
            this.q = q;
            this.count = count;
        }

        Part on(DataBlock data, FactorBlock columns) {
            int n = point.width();
            int rows = data.rows();
            double[] s = new double[rows * count];
            double[] image = new double[n * count];
            MatrixProduct product = MatrixProducts.best();
            Tiles.of(n, rows).forEach(rows, (from, to, tile) -> {
                point.imputed(data, columns, from, to, tile);
                int high = to - from;
                MatrixView imputed = MatrixView.of(tile, high, n);
                MatrixView mine = MatrixView.of(s, from * count, high, count, count);
                product.add(1, imputed, MatrixView.of(q, n, count), mine);
                product.add(1, imputed.transposed(), mine, MatrixView.of(image, n, count));
            });
            FactorBlock state = new FactorBlock(
                    rows,
                    columns.rank() + count,
                    DenseRows.beside(columns.values(), columns.rank(), s, count, rows),
                    null);
            double[] gram = DenseRows.gram(state.values(), rows, state.rank(), null);
            double[] sums = Arrays.copyOf(gram, gram.length + image.length);
            System.arraycopy(image, 0, sums, gram.length, image.length);
            return new Part(state, sums);
        }
    }

    /**
     * @param columns long sides that {@code h} and {@code x} refer to
     * @param q columns × count
     * @param cut told of the new state before it is computed, to cut its lineage
     */
    public static SlackedPass of(
            GroupedMatrix grouped,
            int otherRows,
            Slack slack,
            FactorMatrix columns,
            LowRank h,
            LowRank x,
            double largestWeight,
            double[] q,
            int count,
            java.util.function.Consumer<JavaRDD<?>> cut) {
        Shared<Order> order = Shared.of(
                grouped.blocks(), new Order(new SlackedPoint(slack, h, x, otherRows, largestWeight), q, count));
        JavaRDD<Part> parts = Blocks.zip(
                        grouped.blocks(),
                        columns.blocks(),
                        (data, block) -> order.value().on(data, block))
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("relaxed dual");
        cut.accept(parts);
        int width = columns.rank() + count;
        double[] sums = BlockSums.of(parts.map(Part::sums), width * width + otherRows * count);
        return new SlackedPass(
                new FactorMatrix(parts.map(Part::state), width, parts),
                Arrays.copyOf(sums, width * width),
                Arrays.copyOfRange(sums, width * width, sums.length));
    }
}
