package org.certifact.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;

/**
 * A factor, or any dense matrix with few columns, spread over the executors: one {@link FactorBlock} a partition, in the
 * row order of the {@link GroupedMatrix} that it belongs to.
 */
public class FactorMatrix {
    private final Supplier<JavaRDD<FactorBlock>> blocks;
    private final int rank;
    private final JavaRDD<?> owner;
    private final GramPair grams;
    private final Supplier<List<FactorBlock>> present;

    /** @param blocks one element a partition */
    public FactorMatrix(JavaRDD<FactorBlock> blocks, int rank) {
        this(blocks, rank, blocks);
    }

    /** @param owner the persisted RDD that the blocks are made from */
    public FactorMatrix(JavaRDD<FactorBlock> blocks, int rank, JavaRDD<?> owner) {
        this(() -> blocks, rank, owner, null, null);
    }

    private FactorMatrix(
            Supplier<JavaRDD<FactorBlock>> blocks,
            int rank,
            JavaRDD<?> owner,
            GramPair grams,
            Supplier<List<FactorBlock>> present) {
        this.blocks = blocks;
        this.rank = rank;
        this.owner = owner;
        this.grams = grams;
        this.present = present;
    }

    FactorMatrix(Supplier<JavaRDD<FactorBlock>> blocks, int rank) {
        this(blocks, rank, null, null, null);
    }

    /** The same, whose Gram matrices somebody has come by: nobody need compute them again. */
    public FactorMatrix knowing(GramPair known) {
        return new FactorMatrix(blocks, rank, owner, known, present);
    }

    /** The same, whose blocks the driver has at hand as well. @param own in order */
    public FactorMatrix having(List<FactorBlock> own) {
        return new FactorMatrix(blocks, rank, owner, grams, () -> own);
    }

    /** The blocks, where the driver has them at hand. */
    Optional<List<FactorBlock>> present() {
        return Optional.ofNullable(present).map(Supplier::get);
    }

    /** The blocks, one a partition. */
    public JavaRDD<FactorBlock> blocks() {
        return blocks.get();
    }

    /** Number of columns. */
    public int rank() {
        return rank;
    }

    /** The values, without their step, computed now and kept on the executors. */
    public FactorMatrix keep(String name) {
        JavaRDD<FactorBlock> kept = Blocks.map(blocks(), FactorBlock::still).persist(StorageLevel.MEMORY_AND_DISK());
        Blocks.compute(kept.setName(name));
        return new FactorMatrix(kept, rank);
    }

    /** Values and the steps that led to them side by side, 2·rank columns: all that a descent needs to go on. */
    public FactorMatrix widened() {
        return new FactorMatrix(Blocks.map(blocks(), FactorBlock::widened), 2 * rank, owner);
    }

    /** What {@link #widened} made wide, computed now and kept on the executors. */
    public FactorMatrix narrowed(String name) {
        JavaRDD<FactorBlock> kept = Blocks.map(blocks(), FactorBlock::narrowed).persist(StorageLevel.MEMORY_AND_DISK());
        Blocks.compute(kept.setName(name));
        return new FactorMatrix(kept, rank / 2);
    }

    /** The same blocks under an owner that nobody persisted. */
    public FactorMatrix fork() {
        return new FactorMatrix(Blocks.map(blocks(), b -> b), rank);
    }

    /** Lets go of the blocks, and of what they are made from, without waiting. */
    public void unpersist() {
        release(blocks());
        release(owner);
    }

    /** Once only: two removals at a time get in each other's way, and Spark then reports an error that is none. */
    private static void release(JavaRDD<?> rdd) {
        if (rdd.getStorageLevel().isValid()) {
            rdd.unpersist(false);
        }
    }

    /** This times a rank × columns matrix, row-major. */
    public FactorMatrix times(double[] matrix, int columns) {
        Shared<double[]> shared = Shared.of(blocks(), matrix);
        JavaRDD<FactorBlock> product = Blocks.map(blocks(), b -> b.times(shared.value(), columns));
        return new FactorMatrix(
                () -> product,
                columns,
                owner,
                grams == null ? null : grams.times(matrix, columns),
                present == null
                        ? null
                        : new Once<>(() -> KeptBlocks.here(present.get()).each((p, b) -> b.times(matrix, columns))));
    }

    /**
     * The Gram matrix at values + β·step, then the same with rows weighted by the gauge: 2 × rank × rank, one small job
     * where they are not known.
     */
    public double[] gramPair(double beta, GroupedMatrix group) {
        if (beta == 0 && grams != null) {
            return grams.packed();
        }
        int r = rank;
        return group.sum(this, 2 * r * r, (p, data, b) -> {
            double[] point = b.at(beta);
            double[] both = Arrays.copyOf(DenseRows.gram(point, b.rows(), r, null), 2 * r * r);
            double[] weighted =
                    data.rowWeights() == null ? both : DenseRows.gram(point, b.rows(), r, data.rowWeights());
            System.arraycopy(weighted, 0, both, r * r, r * r);
            return both;
        });
    }

    /**
     * UᵀD_r^αU and VᵀD_c^αV, rank × rank each, in one job.
     *
     * @param u of the rows of {@code data}
     * @param v of its columns
     */
    public static double[][] weightedGrams(BlockMatrix data, FactorMatrix u, FactorMatrix v) {
        int r = u.rank;
        if (u.cheapGram() || v.cheapGram()) {
            return new double[][] {u.weightedGram(data.byRows()), v.weightedGram(data.byColumns())};
        }
        return BlockSums.ofBoth(u.gramParts(data.byRows()), v.gramParts(data.byColumns()), r * r);
    }

    double[] weightedGram(GroupedMatrix group) {
        return grams == null ? BlockSums.of(gramParts(group), rank * rank) : grams.weighted();
    }

    /** Whether its Gram matrix takes no Spark job. */
    boolean cheapGram() {
        return grams != null;
    }

    private JavaRDD<double[]> gramParts(GroupedMatrix group) {
        int r = rank;
        return Blocks.zip(
                group.blocks(),
                blocks(),
                (data, block) -> DenseRows.gram(block.values(), block.rows(), r, data.rowWeights()));
    }

    /**
     * This with further columns, given in coordinates in which the gauge is a plain ℓ₂ norm: column c is
     * D^{-α/2} columns[:, c].
     *
     * @param group what the rows belong to
     * @param columns rows × count on the driver, in block order
     */
    public FactorMatrix appendScaled(GroupedMatrix group, double[] columns, int count) {
        int[] offsets = group.offsets();
        Shared<double[]> shared = Shared.of(blocks(), columns);
        return new FactorMatrix(
                Blocks.zipNumbered(
                        group.blocks(),
                        blocks(),
                        (p, data, block) -> block.append(data.unscaled(shared.value(), offsets[p], count), count)),
                rank + count,
                owner);
    }

    /** D^{-α/2} times this. @param group what the rows belong to */
    FactorMatrix over(GroupedMatrix group) {
        return new FactorMatrix(Blocks.zip(group.blocks(), blocks(), DataBlock::scaled), rank, owner);
    }

    /** The sum of arrays, one a block, in the order of the blocks. @param length of each */
    public static double[] sum(JavaRDD<double[]> parts, int length) {
        return BlockSums.of(parts, length);
    }

    /** The same of arrays on the driver. */
    public static double[] sum(List<double[]> parts, int length) {
        return BlockSums.of(parts, length);
    }

    /** All rows on the driver, rows × rank in block order: for narrow matrices. */
    public double[] collect() {
        List<double[]> parts = Blocks.collect(Blocks.map(blocks(), FactorBlock::values));
        double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** D^{α/2} times all rows, on the driver. @param group what the rows belong to */
    public double[] collectScaled(GroupedMatrix group) {
        double[] weights = group.weights();
        double[] all = collect();
        for (int k = 0; k < all.length; k++) {
            all[k] *= Math.sqrt(weights[k / rank]);
        }
        return all;
    }
}
