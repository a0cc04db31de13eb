package org.certifact.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.kernel.Kernels;
import scala.Tuple2;

/**
 * The data grouped by the rows of one side, with the routes that bring each block the other side's factor rows.
 *
 * <pre>
 *   other factor's blocks ──routes──► the rows needed, one message a (block, block) pair
 *                                            │
 *   data block p, cached ── meets ── own factor block p ──► one result a block
 * </pre>
 *
 * <p>Only rows that are needed travel, rank numbers each; the data never move.
 */
public final class GroupedMatrix {
    private final JavaRDD<DataBlock> blocks;
    private final JavaRDD<Routes> routes;
    private final int[] offsets;
    private final JavaRDD<double[]> weightBlocks;
    private final DataAtHand atHand;
    private double[] weights;
    private Double totalWeight;

    /**
     * @param blocks one a partition
     * @param routes one a partition of the other side
     * @param offsets first row of each block in the order of all rows; its last element is their number
     */
    GroupedMatrix(JavaRDD<DataBlock> blocks, JavaRDD<Routes> routes, int[] offsets) {
        this(blocks, routes, offsets, null);
    }

    /** @param weightBlocks the gauge weights of each block's rows, or null where only the blocks know them */
    private GroupedMatrix(
            JavaRDD<DataBlock> blocks, JavaRDD<Routes> routes, int[] offsets, JavaRDD<double[]> weightBlocks) {
        this.blocks = blocks;
        this.routes = routes;
        this.offsets = offsets;
        this.weightBlocks = weightBlocks;
        this.atHand = new DataAtHand(blocks, offsets[offsets.length - 1]);
    }

    /**
     * The same cells grouped by the other side, made from these blocks when somebody asks for them.
     *
     * @param columnOffsets first row of each block of the other side
     * @param columnWeights gauge weights of the other side's rows, block by block
     */
    GroupedMatrix transposed(int[] columnOffsets, JavaRDD<double[]> columnWeights, Coverage coverage) {
        int[] rowOffsets = offsets;
        int rowBlocks = rowOffsets.length - 1;
        RDD<Tuple2<Integer, ColumnSlice>> slices = Delivery.of(
                Blocks.of(
                        List.of(blocks.rdd()),
                        (p, parts) -> ColumnSlice.of(p, (DataBlock) parts.get(0).next(), rowOffsets[p], columnOffsets)
                                .iterator()),
                columnOffsets.length - 1);
        JavaRDD<DataBlock> columns = Blocks.of(
                List.of(slices),
                (q, parts) -> Blocks.one(ColumnSlice.merge(
                        Delivery.read(parts.get(0)), columnOffsets[q + 1] - columnOffsets[q], rowBlocks, coverage)));
        return new GroupedMatrix(
                BlockMatrix.named(columns, "data by columns"),
                BlockMatrix.named(Blocks.numbered(blocks, ColumnSlice::routes), "routes to columns"),
                columnOffsets,
                columnWeights);
    }

    /** The gauge weights of each block's rows. */
    JavaRDD<double[]> weightBlocks() {
        return weightBlocks == null ? Blocks.map(blocks, DataBlock::allRowWeights) : weightBlocks;
    }

    /** The data blocks, one a partition. */
    public JavaRDD<DataBlock> blocks() {
        return blocks;
    }

    /** Number of own rows. */
    public int rows() {
        return offsets[offsets.length - 1];
    }

    /** First row of each block in the order of all rows; the last element is their number. */
    public int[] offsets() {
        return offsets.clone();
    }

    /** Gauge weights d^α of all rows, in block order, brought to the driver once. Not to be modified. */
    public double[] weights() {
        if (weights == null) {
            weights = Blocks.collect(weightBlocks()).stream()
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        return weights;
    }

    /** Σ d^α over all rows. */
    public double totalWeight() {
        if (totalWeight == null) {
            totalWeight = weights != null
                    ? Arrays.stream(weights).sum()
                    : BlockSums.of(
                            Blocks.map(weightBlocks(), part ->
                                    new double[] {Arrays.stream(part).sum()}),
                            1)[0];
        }
        return totalWeight;
    }

    /** Tells the number of all entries, which it else takes a job to find out. @return this */
    GroupedMatrix counting(long entries) {
        atHand.counting(entries);
        return this;
    }

    /** Of all blocks together, with what is computed from every entry. */
    long bytes() {
        return atHand.bytes();
    }

    /** Lets go of the blocks. */
    void unpersist() {
        atHand.forget();
        blocks.unpersist(false);
    }

    /** The blocks of a factor, computed, where the driver has the data at hand and can hold on to them too. */
    public <T> Optional<List<T>> present(JavaRDD<T> factor, int rank) {
        return atHand.beside(rank) ? Optional.of(Blocks.collect(factor)) : Optional.empty();
    }

    /** What a block makes of its data, its own factor rows and the panel of the other factor's rows. */
    @FunctionalInterface
    public interface Meeting<T> extends Serializable {
        /** @param panel panelRows × stride(rank of the other factor), zero-padded. Not to be modified. */
        T of(DataBlock data, FactorBlock own, double[] panel);
    }

    /**
     * Brings the other factor's rows, at values + β·step, to every block.
     *
     * @return lazily, one result a block
     */
    public <T> JavaRDD<T> meet(FactorMatrix own, FactorMatrix other, double beta, Meeting<T> meeting) {
        int rank = other.rank();
        if (other instanceof HeldFactor held) {
            Shared<FactorBlock> all = held.shared();
            return Blocks.zip(
                    blocks,
                    own.blocks(),
                    (data, mine) ->
                            meeting.of(data, mine, data.panel(all.value().at(beta), rank)));
        }
        JavaRDD<Tuple2<Integer, PanelMessage>> messages =
                Blocks.of(List.of(routes.rdd(), other.blocks().rdd()), (p, parts) -> {
                    Routes sender = (Routes) parts.get(0).next();
                    return sender.messages((FactorBlock) parts.get(1).next(), beta)
                            .iterator();
                });
        RDD<?> received = Delivery.of(messages, blocks.getNumPartitions());
        return Blocks.of(List.of(blocks.rdd(), own.blocks().rdd(), received), (p, parts) -> {
            DataBlock data = (DataBlock) parts.get(0).next();
            FactorBlock mine = (FactorBlock) parts.get(1).next();
            return Blocks.one(meeting.of(data, mine, panel(data, Delivery.read(parts.get(2)), rank)));
        });
    }

    /**
     * The same at values alone, computed and kept. No job where the driver has the blocks and the own factor's
     * {@link FactorMatrix#present()} at hand, and holds the other.
     */
    <T> KeptBlocks<T> met(FactorMatrix own, FactorMatrix other, String name, Meeting<T> meeting) {
        return other instanceof HeldFactor held && atHand.beside(own)
                ? KeptBlocks.here(met(own, held, meeting))
                : KeptBlocks.computed(meet(own, other, 0, meeting), name, bytes());
    }

    private <T> List<T> met(FactorMatrix own, HeldFactor other, Meeting<T> meeting) {
        double[] theirs = other.all().values();
        int rank = other.rank();
        return atHand.each(own, (p, data, mine) -> meeting.of(data, mine, data.panel(theirs, rank)));
    }

    /** The sum of what the blocks make of it, without a job where {@link #met} needs none. @param length of each */
    public double[] sum(FactorMatrix own, HeldFactor other, int length, Meeting<double[]> meeting) {
        return atHand.beside(own)
                ? BlockSums.of(met(own, other, meeting), length)
                : BlockSums.of(meet(own, other, 0, meeting), length);
    }

    /** The sum of what the blocks make of their own factor rows, likewise. */
    double[] sum(FactorMatrix own, int length, Blocks.NumberedPair<DataBlock, FactorBlock, double[]> f) {
        return atHand.beside(own)
                ? BlockSums.of(atHand.each(own, f), length)
                : BlockSums.of(Blocks.zipNumbered(blocks, own.blocks(), f), length);
    }

    private static double[] panel(DataBlock data, Iterator<PanelMessage> inbox, int rank) {
        int stride = Kernels.best().stride(rank);
        int[] start = data.panelStart();
        double[] panel = new double[Math.multiplyExact(data.panelRows(), stride)];
        while (inbox.hasNext()) {
            PanelMessage message = inbox.next();
            int first = start[message.from()];
            int count = start[message.from() + 1] - first;
            for (int k = 0; k < count; k++) {
                System.arraycopy(message.rows(), k * rank, panel, (first + k) * stride, rank);
            }
        }
        return panel;
    }

    /**
     * What a step along atoms needs to know, in one job.
     *
     * @param square Σ w Δ² over the listed entries, w what they weigh more than cells that are not listed, for
     *     Δ = Σ_c left_c right_cᵀ in coordinates in which the gauges are plain ℓ₂ norms
     * @param grams of own factor with the columns D^{-α/2} left_c behind its own
     */
    public record Step(double square, GramPair grams) {}

    /**
     * What is known of a step along atoms.
     *
     * @param own factor of own rows, of which the values count
     * @param left own rows × count, in block order
     * @param right rows of the other side × count, in block order
     */
    public Step step(FactorMatrix own, double[] left, double[] right, int count) {
        int[] first = offsets;
        int rank = own.rank() + count;
        Shared<double[]> ours = Shared.of(blocks, left);
        Shared<double[]> theirs = Shared.of(blocks, right);
        double[] sums = sum(own, 2 * rank * rank + 1, (p, data, mine) -> {
            double[] atoms = data.unscaled(ours.value(), first[p], count);
            double[] wider = DenseRows.beside(mine.values(), rank - count, atoms, count, data.rows());
            double[] all = Arrays.copyOf(DenseRows.gram(wider, data.rows(), rank, null), 2 * rank * rank + 1);
            System.arraycopy(
                    DenseRows.gram(wider, data.rows(), rank, data.rowWeights()), 0, all, rank * rank, rank * rank);
            all[2 * rank * rank] = data.observedSquare(atoms, theirs.value(), count);
            return all;
        });
        return new Step(sums[2 * rank * rank], GramPair.unpacked(Arrays.copyOf(sums, 2 * rank * rank)));
    }

    /** The same routes with other blocks, which are persisted. */
    GroupedMatrix withBlocks(JavaRDD<DataBlock> other, String name) {
        other.persist(StorageLevel.MEMORY_AND_DISK()).setName(name);
        return new GroupedMatrix(other, routes, offsets, weightBlocks);
    }

    /** The numbers of the blocks, one a partition. */
    JavaRDD<Integer> numbers() {
        int count = offsets.length - 1;
        return JavaSparkContext.fromSparkContext(blocks.context())
                .parallelize(IntStream.range(0, count).boxed().toList(), count);
    }

    /** A factor of zero columns, or of zeros, for the rows of this side. */
    public FactorMatrix zeros(int rank) {
        int[] first = offsets;
        Blocks.Each<Integer, FactorBlock> part = p -> FactorBlock.zeros(first[p + 1] - first[p], rank);
        return new ZeroFactor(
                Blocks.map(numbers(), part),
                rank,
                () -> IntStream.range(0, first.length - 1).mapToObj(part::of).toList());
    }
}
