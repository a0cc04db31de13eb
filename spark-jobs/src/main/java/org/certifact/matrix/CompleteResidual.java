package org.certifact.matrix;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.certifact.linalg.block.DenseRows;
import org.certifact.linalg.certify.QuadraticScaling;
import org.certifact.linalg.product.MatrixProducts;
import org.certifact.linalg.product.MatrixView;
import scala.Tuple2;

/**
 * G = S − UVᵀ where every cell counts, never formed: a product is one with S, which is the data or as sparse as they are,
 * less one with the factors. The factor of the shorter side is on the driver, like the vectors that are multiplied.
 */
final class CompleteResidual implements Residual {
    private final KeptBlocks<Tuple2<BlockOperator, FactorBlock>> blocks;
    private final int[] offsets;
    private final int columns;
    private final int rank;
    private final double[] other;
    private final QuadraticScaling scaling;
    private final double squaredNorm;
    private final JavaRDD<?> kept;

    private CompleteResidual(
            KeptBlocks<Tuple2<BlockOperator, FactorBlock>> blocks,
            int[] offsets,
            int columns,
            int rank,
            double[] other,
            QuadraticScaling scaling,
            double squaredNorm,
            JavaRDD<?> kept) {
        this.blocks = blocks;
        this.offsets = offsets;
        this.columns = columns;
        this.rank = rank;
        this.other = other;
        this.scaling = scaling;
        this.squaredNorm = squaredNorm;
        this.kept = kept;
    }

    /** Where every cell weighs 1, and α = 0. */
    static CompleteResidual of(GroupedMatrix grouped, FactorMatrix own, FactorMatrix other, int otherRows) {
        KeptBlocks<Tuple2<BlockOperator, FactorBlock>> blocks = KeptBlocks.of(
                Blocks.zip(grouped.blocks(), own.blocks(), (data, block) -> new Tuple2<>(new Cells(data), block)),
                bytes(grouped, own));
        double[] rows = other.collect();
        int rank = own.rank();
        double[] gram = DenseRows.gram(rows, otherRows, rank, null);
        double[] sums =
                BlockSums.of(grouped.meet(own, other, 0, (data, block, panel) -> sums(data, block, panel, gram)), 2);
        QuadraticScaling scaling = new QuadraticScaling(sums[0], sums[1]);
        return new CompleteResidual(
                blocks, grouped.offsets(), otherRows, rank, rows, scaling, scaling.quadratic(), null);
    }

    /**
     * Where listed cells have weights and the others weigh 1, in coordinates in which the gauges are plain ℓ₂ norms: S is
     * sparse, and UVᵀ is D_r^{-α/2} U (D_c^{-α/2} V)ᵀ.
     */
    static CompleteResidual weighted(
            GroupedMatrix grouped, GroupedMatrix others, FactorMatrix own, FactorMatrix other) {
        JavaRDD<ResidualBlock> sparse = grouped.meet(own, other, 0, ResidualBlock::beside)
                .persist(StorageLevel.MEMORY_AND_DISK())
                .setName("residual");
        FactorMatrix ours = own.over(grouped);
        KeptBlocks<Tuple2<BlockOperator, FactorBlock>> blocks = KeptBlocks.of(
                Blocks.zip(sparse, ours.blocks(), Tuple2<BlockOperator, FactorBlock>::new), bytes(grouped, own));
        double[] sums = blocks.sum((p, b) -> ((ResidualBlock) b._1()).sums(), 3);
        FactorMatrix theirs = other.over(others);
        double fitted = inner(own.gramPair(0, grouped), other.gramPair(0, others), own.rank());
        double loss = Math.max(0, sums[0] + 0.5 * fitted);
        int rank = own.rank();
        // an upper bound on the norm, for rounding margins: the parts may cancel, their rounding does not,
        // and inner products of rank terms add theirs to that of sums over the rows
        double norm = Math.sqrt(sums[2])
                + Math.sqrt(trace(ours.gramPair(0, grouped), rank) * trace(theirs.gramPair(0, others), rank));
        double terms = 1 + 2.0 * rank / (grouped.rows() + 8);
        return new CompleteResidual(
                blocks,
                grouped.offsets(),
                others.rows(),
                own.rank(),
                theirs.collect(),
                new QuadraticScaling(sums[1], 2 * loss),
                norm * norm * terms,
                sparse);
    }

    private static long bytes(GroupedMatrix grouped, FactorMatrix own) {
        return grouped.bytes() + Double.BYTES * (long) grouped.rows() * own.rank();
    }

    /** ⟨UᵀU, VᵀV⟩ = ‖UVᵀ‖². @param u, v each with this Gram matrix in front */
    private static double inner(double[] u, double[] v, int rank) {
        double sum = 0;
        for (int k = 0; k < rank * rank; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    /** Σ of the squares of a factor. @param gram with its Gram matrix in front */
    private static double trace(double[] gram, int rank) {
        double sum = 0;
        for (int k = 0; k < rank; k++) {
            sum += gram[k * rank + k];
        }
        return sum;
    }

    /** The cells of a block of the data. */
    private record Cells(DataBlock data) implements BlockOperator {
        @Override
        public double[] apply(double[] x, int count) {
            double[] y = new double[data.rows() * count];
            data.block().addTimes(data.gather(x, count, count), count, count, y);
            return y;
        }

        @Override
        public void addTranspose(double[] y, int count, double[] x) {
            double[] panel = new double[data.panelRows() * count];
            data.block().addTransposeTimes(y, count, panel);
            data.scatter(panel, count, count, x);
        }
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
    public double loss() {
        return 0.5 * scaling.quadratic();
    }

    @Override
    public QuadraticScaling dualScaling() {
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
        return squaredNorm;
    }

    @Override
    public double[] apply(double[] x, int count) {
        Shared<double[][]> shared = blocks.share(withImage(x, count));
        double[] y = new double[Math.multiplyExact(rows(), count)];
        int at = 0;
        for (double[] part : blocks.each((p, b) -> apply(b, shared.value(), count))) {
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
        Shared<double[]> shared = blocks.share(y);
        return finished(
                blocks.sum(
                        (p, b) -> {
                            double[] mine = Arrays.copyOfRange(shared.value(), first[p] * count, first[p + 1] * count);
                            return transposed(b, mine, n, r, count);
                        },
                        (n + r) * count),
                count);
    }

    /** The vectors x, and Vᵀx. */
    private double[][] withImage(double[] x, int count) {
        return new double[][] {x, DenseRows.cross(other, rank, x, count, columns, null)};
    }

    private static double[] apply(Tuple2<BlockOperator, FactorBlock> b, double[][] xAndImage, int count) {
        double[] fitted = DenseRows.times(b._2().values(), b._2().rows(), b._2().rank(), xAndImage[1], count);
        double[] y = b._1().apply(xAndImage[0], count);
        for (int k = 0; k < y.length; k++) {
            y[k] -= fitted[k];
        }
        return y;
    }

    @Override
    public double[] applyGram(double[] x, int count) {
        int n = columns;
        int r = rank;
        Shared<double[][]> shared = blocks.share(withImage(x, count));
        return finished(
                blocks.sum((p, b) -> transposed(b, apply(b, shared.value(), count), n, r, count), (n + r) * count),
                count);
    }

    /** SᵀS − (SᵀU)Vᵀ − V(SᵀU)ᵀ + V(UᵀU)Vᵀ: of what is m × n nothing is formed. */
    @Override
    public double[] gramMatrix() {
        int n = columns;
        int r = rank;
        int crossAt = UpperTriangle.length(n);
        int ofUAt = crossAt + n * r;
        double[] parts = blocks.sum((p, b) -> gramParts(b, n, r), ofUAt + r * r);
        double[] gram = UpperTriangle.full(parts, 0, n);
        double[] cross = Arrays.copyOfRange(parts, crossAt, ofUAt);
        double[] ofU = Arrays.copyOfRange(parts, ofUAt, parts.length);
        double[] left = DenseRows.times(other, n, r, ofU, r);
        for (int k = 0; k < left.length; k++) {
            left[k] -= cross[k];
        }
        MatrixView whole = MatrixView.of(gram, n, n);
        MatrixView otherT = MatrixView.of(other, n, r).transposed();
        MatrixProducts.best().add(1, MatrixView.of(left, n, r), otherT, whole);
        MatrixProducts.best()
                .add(-1, MatrixView.of(other, n, r), MatrixView.of(cross, n, r).transposed(), whole);
        return gram;
    }

    /** The upper triangle of SᵀS, then SᵀU and UᵀU over a block. */
    private static double[] gramParts(Tuple2<BlockOperator, FactorBlock> b, int n, int rank) {
        double[] gram = b._1().gram(n);
        double[] cross = new double[n * rank];
        b._1().addTranspose(b._2().values(), rank, cross);
        double[] ofU = DenseRows.gram(b._2().values(), b._2().rows(), rank, null);
        double[] all = Arrays.copyOf(gram, gram.length + (n + rank) * rank);
        System.arraycopy(cross, 0, all, gram.length, cross.length);
        System.arraycopy(ofU, 0, all, gram.length + cross.length, ofU.length);
        return all;
    }

    /** Sᵀy, n × count, then Uᵀy, rank × count. */
    private static double[] transposed(Tuple2<BlockOperator, FactorBlock> b, double[] y, int n, int rank, int count) {
        double[] out = new double[(n + rank) * count];
        b._1().addTranspose(y, count, out);
        double[] image = DenseRows.cross(b._2().values(), rank, y, count, b._2().rows(), null);
        System.arraycopy(image, 0, out, n * count, image.length);
        return out;
    }

    /** Sᵀy − V(Uᵀy). */
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
        if (kept != null) {
            kept.unpersist(false);
        }
    }
}
