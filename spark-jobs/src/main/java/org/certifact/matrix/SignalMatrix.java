package org.certifact.matrix;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.linalg.quartic.SignalBlock;
import org.certifact.linalg.quartic.SignalPasses;

/**
 * Signals that are rows of a dense matrix on the executors. A pass is one job: numbers a signal are broadcast or collected, in
 * the order of the blocks, and sums are added up as {@link BlockSums} does. Products of coordinates are made anew in every
 * pass, a few signals at a time, and no pass depends on another's RDD.
 */
public final class SignalMatrix implements SignalPasses {
    private final JavaRDD<FactorBlock> blocks;
    private final int dimension;
    private final double[] norms;
    private final int[] offsets;

    /**
     * One job.
     *
     * @param rows a signal each; better kept, for every pass reads them
     * @param dimension number of coordinates that count, at most the rank of rows
     */
    public SignalMatrix(FactorMatrix rows, int dimension) {
        this.blocks = rows.blocks();
        this.dimension = dimension;
        List<double[]> parts = blocks.map(b -> signals(b).norms()).collect();
        this.offsets = new int[parts.size() + 1];
        for (int p = 0; p < parts.size(); p++) {
            offsets[p + 1] = offsets[p] + parts.get(p).length;
        }
        this.norms = parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static SignalBlock signals(FactorBlock block) {
        return new SignalBlock(block.values(), block.rows(), block.rank());
    }

    @Override
    public int signals() {
        return norms.length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double[] norms() {
        return norms.clone();
    }

    @Override
    public Moments moments(int leading, double[] monomials, double[] quadratic) {
        Shared<double[][]> forms = Shared.of(blocks, new double[][] {monomials, quadratic});
        List<double[]> parts = blocks.map(b -> signals(b).moments(leading, forms.value()[0], forms.value()[1]))
                .collect();
        forms.discard();
        double[] fourth = new double[signals()];
        double[] second = new double[signals()];
        for (int p = 0; p < parts.size(); p++) {
            int count = offsets[p + 1] - offsets[p];
            System.arraycopy(parts.get(p), 0, fourth, offsets[p], count);
            System.arraycopy(parts.get(p), count, second, offsets[p], count);
        }
        return new Moments(fourth, second);
    }

    @Override
    public Sums sums(int leading, double[] fourth, double[] second) {
        Shared<double[][]> weights =
                Shared.of(blocks, fourth == null ? new double[][] {second} : new double[][] {second, fourth});
        int[] first = offsets;
        JavaRDD<double[]> parts = blocks.mapPartitionsWithIndex(
                (p, part) -> {
                    double[][] both = weights.value();
                    return List.of(signals(part.next())
                                    .sums(leading, both.length == 1 ? null : both[1], both[0], first[p]))
                            .iterator();
                },
                true);
        double[] sums = BlockSums.of(parts, SignalBlock.sumsLength(leading, fourth != null));
        weights.discard();
        return Sums.of(sums, leading);
    }
}
