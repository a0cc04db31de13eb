package org.certifact.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTwinsTest {
    private final Kernel scalar = new ScalarKernel();
    private final Kernel vector = new VectorKernel();
    private final Kernel anyWidth = new VectorKernel(VectorAnyWidth::new);

    @Property(tries = 150)
    void theKernelsComputeTheSameNumbers(
            @ForAll @IntRange(max = 70) int rank,
            @ForAll boolean weighted,
            @ForAll @IntRange(min = 1, max = 30) int tiles,
            @ForAll long seed) {
        KernelExample example = KernelExample.random(rank, weighted, seed).tiled(tiles);
        agree(vector, example);
        agree(anyWidth, example);
    }

    @Property(tries = 150)
    void productsWithManyVectorsAreThoseWithFew(
            @ForAll @IntRange(min = 1, max = 80) int count,
            @ForAll @IntRange(min = 1, max = 30) int tiles,
            @ForAll long seed) {
        SparseBlock block = KernelExample.random(1, false, seed).tiled(tiles).block();
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles((long) block.panelRows() * count).toArray();
        double[] y = random.doubles((long) block.rows() * count).toArray();
        double[] times = y.clone();
        double[] transposeTimes = x.clone();
        scalar.addTimes(block, x, count, times);
        scalar.addTransposeTimes(block, y, count, transposeTimes);

        double[] gram = new double[x.length];
        scalar.addGramTimes(block, x, count, gram);

        for (Kernel kernel : new Kernel[] {vector, anyWidth}) {
            double[] vectorTimes = y.clone();
            double[] vectorTransposeTimes = x.clone();
            double[] vectorGram = new double[x.length];
            kernel.addTimes(block, x, count, vectorTimes);
            kernel.addTransposeTimes(block, y, count, vectorTransposeTimes);
            kernel.addGramTimes(block, x, count, vectorGram);
            agree(vectorTimes, times);
            agree(vectorTransposeTimes, transposeTimes);
            agree(vectorGram, gram);
        }
    }

    @Property(tries = 150)
    void tilesChangeNothingButTheOrder(
            @ForAll @IntRange(max = 70) int rank,
            @ForAll boolean weighted,
            @ForAll @IntRange(min = 1, max = 30) int tiles,
            @ForAll long seed) {
        KernelExample plain = KernelExample.random(rank, weighted, seed);
        KernelExample tiled = plain.tiled(tiles);

        agree(fused(vector, tiled), fused(vector, plain));
        agree(normal(vector, tiled), normal(vector, plain));
        assertThat(sorted(residual(vector, tiled))).containsExactly(sorted(residual(vector, plain)));
    }

    private static double[] sorted(double[] x) {
        return Arrays.stream(x).sorted().toArray();
    }

    @ParameterizedTest
    @MethodSource("ranks")
    void theyAgreeAtEveryRank(int rank) {
        for (boolean weighted : new boolean[] {false, true}) {
            KernelExample example = KernelExample.random(rank, weighted, rank);

            agree(vector, example);
            agree(anyWidth, example);
        }
    }

    /** Every number of vectors in one strip, and strips behind one another. */
    static IntStream ranks() {
        return IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(96, 127, 128, 129, 200));
    }

    @Test
    void theVectorKernelIsChosenWhereItsModuleIsPresent() {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(Kernels.best()).isInstanceOf(SizedKernel.class);
        assertThat(Kernels.best().name()).matches("vector\\d+");
        assertThat(scalar.name()).isEqualTo("scalar");
    }

    /** The gradient with the loss behind it. */
    private static double[] fused(Kernel kernel, KernelExample example) {
        double[] gradient = new double[example.rows().length];
        double sum = kernel.residualGradient(
                example.block(), example.rows(), example.panel(kernel), example.rank(), gradient);
        double[] both = Arrays.copyOf(gradient, gradient.length + 1);
        both[gradient.length] = sum;
        return both;
    }

    private static double[] residual(Kernel kernel, KernelExample example) {
        double[] e = new double[example.block().entries()];
        kernel.residual(example.block(), example.rows(), example.panel(kernel), example.rank(), e);
        return e;
    }

    private static double[] normal(Kernel kernel, KernelExample example) {
        int rank = example.rank();
        double[] p = example.padded(KnownSpectrum.gaussian(rank, 7), 1, kernel);
        double[] all = new double[example.block().rows() * rank];
        for (int i = 0; i < example.block().rows(); i++) {
            double[] out = new double[kernel.stride(rank)];
            kernel.rowNormal(example.block(), i, p, example.panel(kernel), rank, out);
            System.arraycopy(out, 0, all, i * rank, rank);
        }
        return all;
    }

    private static double[] squares(Kernel kernel, KernelExample example) {
        double[] squares = new double[example.block().rows()];
        kernel.imageSquares(example.block(), example.rows(), example.panel(kernel), example.rank(), squares);
        return squares;
    }

    /** The panel's gradient without its padding, its normal operator times itself, and the loss. */
    private static double[] panelSide(Kernel kernel, KernelExample example) {
        int rank = example.rank();
        int rows = example.block().panelRows();
        int stride = kernel.stride(rank);
        double[] gradient = new double[rows * stride];
        double[] normal = new double[rows * stride];
        double[] panel = example.panel(kernel);
        double sum = kernel.addPanelGradient(example.block(), example.rows(), panel, rank, gradient);
        kernel.panelNormal(example.block(), example.rows(), panel, rank, normal);
        double[] all = new double[2 * rows * rank + 1];
        for (int j = 0; j < rows; j++) {
            System.arraycopy(gradient, j * stride, all, j * rank, rank);
            System.arraycopy(normal, j * stride, all, (rows + j) * rank, rank);
        }
        all[all.length - 1] = sum;
        return all;
    }

    private void agree(Kernel kernel, KernelExample example) {
        agree(fused(kernel, example), fused(scalar, example));
        agree(residual(kernel, example), residual(scalar, example));
        agree(normal(kernel, example), normal(scalar, example));
        agree(squares(kernel, example), squares(scalar, example));
        agree(panelSide(kernel, example), panelSide(scalar, example));
    }

    private static void agree(double[] one, double[] other) {
        double scale = Arrays.stream(other).map(Math::abs).max().orElse(0);
        assertThat(one).containsExactly(other, within(1e-12 * Math.max(1, scale)));
    }
}
