package org.certifact.matrix;

import java.util.Arrays;
import java.util.List;
import org.certifact.linalg.certify.DualScaling;
import org.certifact.linalg.certify.QuadraticScaling;
import org.certifact.linalg.certify.SearchedScaling;
import org.certifact.linalg.certify.SpectralPolar;
import org.certifact.linalg.loss.Loss;

/**
 * The scaled gradient Ĝ where only listed cells count, grouped by the longer side. Its residuals are
 * computed once and kept; a product with a few vectors is one look at the {@link KeptBlocks}, a Spark job at most and without a
 * shuffle: the vectors of the shorter side go out with the tasks and partial sums come back.
 */
public final class ResidualMatrix implements Residual {
    /** Numbers in {@link ResidualBlock#sums()}. */
    private static final int SUMS = 5;

    private final KeptBlocks<ResidualBlock> blocks;
    private final int[] offsets;
    private final int columns;
    private final Loss loss;
    private final double[] sums;
    private final double steepest;
    private final double[] gram;

    /** @param gram ĜᵀĜ, or null where it is not known */
    private ResidualMatrix(
            KeptBlocks<ResidualBlock> blocks,
            int[] offsets,
            int columns,
            Loss loss,
            double[] sums,
            double steepest,
            double[] gram) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.columns = columns;
        this.loss = loss;
        this.sums = sums;
        this.steepest = steepest;
        this.gram = gram;
    }

    /**
     * @param grouped the data grouped by the side whose factor is {@code own}
     * @param otherRows number of rows of the other side
     */
    public static ResidualMatrix of(
            GroupedMatrix grouped, Loss loss, FactorMatrix own, FactorMatrix other, int otherRows) {
        return of(grouped, loss, own, other, otherRows, 0);
    }

    /** The same; where there are few columns, ĜᵀĜ is formed in the job that computes the residuals. */
    static ResidualMatrix toBound(
            GroupedMatrix grouped, Loss loss, FactorMatrix own, FactorMatrix other, int otherRows) {
        int parts = grouped.blocks().getNumPartitions();
        boolean few = otherRows <= SpectralPolar.MOST_FORMED
                && BlockSums.collected(parts, SUMS + UpperTriangle.length(otherRows));
        return of(grouped, loss, own, other, otherRows, few ? otherRows : 0);
    }

    /** @param formed number of columns where ĜᵀĜ shall be formed, else 0 */
    private static ResidualMatrix of(
            GroupedMatrix grouped, Loss loss, FactorMatrix own, FactorMatrix other, int otherRows, int formed) {
        KeptBlocks<ResidualBlock> blocks =
                grouped.met(own, other, "residual", (data, block, panel) -> ResidualBlock.of(data, loss, block, panel));
        List<double[]> parts = blocks.each((p, block) -> block.sumsAndGram(formed));
        double steepest =
                parts.stream().mapToDouble(part -> part[SUMS - 1]).max().orElse(0);
        double[] all = BlockSums.of(parts, SUMS + UpperTriangle.length(formed));
        return new ResidualMatrix(
                blocks,
                grouped.offsets(),
                otherRows,
                loss,
                Arrays.copyOf(all, SUMS - 1),
                steepest,
                formed == 0 ? null : UpperTriangle.full(all, SUMS, formed));
    }

    @Override
    public double loss() {
        return sums[0];
    }

    @Override
    public DualScaling dualScaling() {
        if (loss.quadraticConjugate()) {
            return new QuadraticScaling(sums[1], sums[2], loss.largestSlope() / steepest);
        }
        Loss same = loss;
        return new SearchedScaling(
                s -> blocks.sum((p, b) -> new double[] {b.dual(same, s)}, 1)[0],
                steepest > 0 ? loss.largestSlope() / steepest : 0);
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
        return sums[3];
    }

    @Override
    public double[] apply(double[] x, int count) {
        double[] y = new double[Math.multiplyExact(rows(), count)];
        int at = 0;
        Shared<double[]> shared = blocks.share(x);
        for (double[] part : blocks.each((p, b) -> b.apply(shared.value(), count))) {
            System.arraycopy(part, 0, y, at, part.length);
            at += part.length;
        }
        return y;
    }

    @Override
    public double[] applyTranspose(double[] y, int count) {
        int n = columns;
        int[] first = offsets;
        Shared<double[]> shared = blocks.share(y);
        return blocks.sum(
                (p, b) -> {
                    double[] x = new double[n * count];
                    b.addTranspose(
                            Arrays.copyOfRange(shared.value(), first[p] * count, first[p + 1] * count), count, x);
                    return x;
                },
                n * count);
    }

    @Override
    public double[] applyGram(double[] x, int count) {
        int n = columns;
        Shared<double[]> shared = blocks.share(x);
        return blocks.sum(
                (p, b) -> {
                    double[] out = new double[n * count];
                    b.addGramTimes(shared.value(), count, out);
                    return out;
                },
                n * count);
    }

    @Override
    public double[] gramMatrix() {
        if (gram != null) {
            return gram.clone();
        }
        int n = columns;
        return UpperTriangle.full(blocks.sum((p, b) -> b.gram(n), UpperTriangle.length(n)), 0, n);
    }

    @Override
    public void close() {
        blocks.discard();
    }
}
