package org.certifact.matrix;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.DualScaling;
import scala.Tuple2;

/**
 * G = Y − UVᵀ where every cell counts, never formed: a product is one with the data less one with the factors. The factor
 * of the shorter side is on the driver, like the vectors that are multiplied.
 */
final class CompleteResidual implements Residual {
    private final JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks;
    private final int[] offsets;
    private final int columns;
    private final int rank;
    private final double[] other;
    private final DualScaling scaling;

    private CompleteResidual(
            JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks,
            int[] offsets,
            int columns,
            int rank,
            double[] other,
            DualScaling scaling) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.columns = columns;
        this.rank = rank;
        this.other = other;
        this.scaling = scaling;
    }

    static CompleteResidual of(GroupedMatrix grouped, FactorMatrix own, FactorMatrix other, int otherRows) {
        JavaRDD<Tuple2<DataBlock, FactorBlock>> blocks =
                Blocks.zip(grouped.blocks(), own.blocks(), Tuple2<DataBlock, FactorBlock>::new);
        double[] rows = other.collect();
        int rank = own.rank();
        double[] gram = DenseRows.gram(rows, otherRows, rank, null);
        double[] sums =
                BlockSums.of(grouped.meet(own, other, 0, (data, block, panel) -> sums(data, block, panel, gram)), 2);
        return new CompleteResidual(
                blocks, grouped.offsets(), otherRows, rank, rows, new DualScaling(sums[0], sums[1]));
    }

    /** ⟨G, Y⟩ = ‖Y‖² − ⟨YV, U⟩ and ‖G‖². */
    private static double[] sums(DataBlock data, FactorBlock own, double[] panel, double[] gram) {
        double[] values = own.values();
        double[] gradient = new double[values.length];
        double squares = data.residualGradient(values, panel, own.rank(), gram, gradient);
        double inner = 0;
        for (int k = 0; k < values.length; k++) {
            inner += gradient[k] * values[k];
        }
        return new double[] {squares + inner, squares};
    }

    @Override
    public double squaredResidual() {
        return scaling.quadratic();
    }

    @Override
    public DualScaling dualScaling() {
        return scaling;
    }

    @Override
    public int rows() {
        return offsets[offsets.length - 1];
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double squaredNorm() {
        return scaling.quadratic();
    }

    @Override
    public double[] apply(double[] x, int count) {
        Broadcast<double[][]> shared = Shared.broadcast(blocks, withImage(x, count));
        double[] y = new double[Math.multiplyExact(rows(), count)];
        int at = 0;
        for (double[] part : Blocks.collect(Blocks.map(blocks, b -> apply(b, shared.value(), count)))) {
            System.arraycopy(part, 0, y, at, part.length);
            at += part.length;
        }
        return y;
    }

    @Override
    public double[] applyTranspose(double[] y, int count) {
        int n = columns;
        int r = rank;
        int[] first = offsets;
        Broadcast<double[]> shared = Shared.broadcast(blocks, y);
        return finished(
                BlockSums.of(
                        Blocks.numbered(blocks, (p, b) -> {
                            double[] mine = Arrays.copyOfRange(shared.value(), first[p] * count, first[p + 1] * count);
                            return transposed(b, mine, n, r, count);
                        }),
                        (n + r) * count),
                count);
    }

    /** The vectors x, and Vᵀx. */
    private double[][] withImage(double[] x, int count) {
        return new double[][] {x, DenseRows.cross(other, rank, x, count, columns, null)};
    }

    private static double[] apply(Tuple2<DataBlock, FactorBlock> b, double[][] xAndImage, int count) {
        DataBlock data = b._1();
        double[] y = DenseRows.times(b._2().values(), data.rows(), b._2().rank(), xAndImage[1], count);
        for (int k = 0; k < y.length; k++) {
            y[k] = -y[k];
        }
        data.block().addTimes(data.gather(xAndImage[0], count), count, count, y);
        return y;
    }

    /** Yᵀy, n × count, then Uᵀy, rank × count. */
    private static double[] transposed(Tuple2<DataBlock, FactorBlock> b, double[] y, int n, int rank, int count) {
        DataBlock data = b._1();
        double[] panel = new double[data.panelRows() * count];
        data.block().addTransposeTimes(y, count, panel);
        double[] out = new double[(n + rank) * count];
        data.scatter(panel, count, out);
        double[] image = DenseRows.cross(b._2().values(), rank, y, count, data.rows(), null);
        System.arraycopy(image, 0, out, n * count, image.length);
        return out;
    }

    /** Yᵀy − V(Uᵀy). */
    private double[] finished(double[] both, int count) {
        double[] image = Arrays.copyOfRange(both, columns * count, both.length);
        double[] fitted = DenseRows.times(other, columns, rank, image, count);
        double[] out = Arrays.copyOf(both, columns * count);
        for (int k = 0; k < out.length; k++) {
            out[k] -= fitted[k];
        }
        return out;
    }

    @Override
    public void close() {
        // the data and the factors belong to others
    }
}
