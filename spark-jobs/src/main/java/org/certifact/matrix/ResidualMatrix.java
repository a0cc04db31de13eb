package org.certifact.matrix;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.certify.DualScaling;

/**
 * The scaled gradient Ĝ where only listed cells count, grouped by the longer side. Its residuals are
 * computed once and kept; a product with a few vectors is one Spark job without a shuffle: the vectors of the shorter
 * side go out with the tasks and partial sums come back.
 */
public final class ResidualMatrix implements Residual {
    private final JavaRDD<ResidualBlock> blocks;
    private final int[] offsets;
    private final int columns;
    private final double[] sums;

    private ResidualMatrix(JavaRDD<ResidualBlock> blocks, int[] offsets, int columns, double[] sums) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.columns = columns;
        this.sums = sums;
    }

    /**
     * @param grouped the data grouped by the side whose factor is {@code own}
     * @param otherRows number of rows of the other side
     */
    public static ResidualMatrix of(GroupedMatrix grouped, FactorMatrix own, FactorMatrix other, int otherRows) {
        JavaRDD<ResidualBlock> blocks = grouped.meet(own, other, 0, ResidualBlock::of)
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("residual");
        double[] sums = BlockSums.of(Blocks.map(blocks, ResidualBlock::sums), 3);
        return new ResidualMatrix(blocks, grouped.offsets(), otherRows, sums);
    }

    @Override
    public double squaredResidual() {
        return sums[1];
    }

    @Override
    public DualScaling dualScaling() {
        return new DualScaling(sums[0], sums[1]);
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
        return sums[2];
    }

    @Override
    public double[] apply(double[] x, int count) {
        double[] y = new double[Math.multiplyExact(rows(), count)];
        int at = 0;
        Broadcast<double[]> shared = Shared.broadcast(blocks, x);
        for (double[] part : Blocks.collect(Blocks.map(blocks, b -> b.apply(shared.value(), count)))) {
            System.arraycopy(part, 0, y, at, part.length);
            at += part.length;
        }
        return y;
    }

    @Override
    public double[] applyTranspose(double[] y, int count) {
        int n = columns;
        int[] first = offsets;
        Broadcast<double[]> shared = Shared.broadcast(blocks, y);
        return BlockSums.of(
                Blocks.numbered(blocks, (p, b) -> {
                    double[] x = new double[n * count];
                    b.addTranspose(
                            Arrays.copyOfRange(shared.value(), first[p] * count, first[p + 1] * count), count, x);
                    return x;
                }),
                n * count);
    }

    @Override
    public double[] applyGram(double[] x, int count) {
        int n = columns;
        Broadcast<double[]> shared = Shared.broadcast(blocks, x);
        return BlockSums.of(
                Blocks.map(blocks, b -> {
                    double[] out = new double[n * count];
                    b.addGramTimes(shared.value(), count, out);
                    return out;
                }),
                n * count);
    }

    @Override
    public double[] gramMatrix() {
        int n = columns;
        return BlockSums.of(
                Blocks.map(blocks, b -> {
                    double[] gram = new double[n * n];
                    b.addGram(gram, n);
                    return gram;
                }),
                n * n);
    }

    @Override
    public void close() {
        blocks.unpersist(false);
    }
}
