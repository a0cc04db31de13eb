package org.certifact.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.SparseBlock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kernel must do, at ranks around the number of lanes and rows around the unrolling. */
abstract class KernelContract {
    private static final Offset<Double> ROUNDING = within(1e-12);

    abstract Kernel kernel();

    static Stream<KernelExample> examples() {
        return IntStream.of(0, 1, 7, 8, 9, 16, 33, 61, 67)
                .boxed()
                .flatMap(rank -> Stream.of(false, true).map(weighted -> KernelExample.random(rank, weighted, rank)))
                .flatMap(example -> Stream.of(example, example.tiled(5)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theFusedPassReturnsTwiceTheLossAndOverwritesTheGradient(KernelExample example) {
        double[] gradient = garbage(example.rows().length);

        double sum = run(example, gradient);

        assertThat(sum).isCloseTo(example.weightedSquares(), within(1e-12 * (1 + example.weightedSquares())));
        assertThat(gradient).containsExactly(example.gradient(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theGradientIsMinusTheDerivativeOfTheLoss(KernelExample example) {
        double[] gradient = new double[example.rows().length];
        run(example, gradient);

        double h = 1e-3;
        double[] unused = new double[gradient.length];
        for (int l = 0; l < gradient.length; l++) {
            double[] forth = example.rows().clone();
            double[] back = example.rows().clone();
            forth[l] += h;
            back[l] -= h;
            double difference = run(example.withRows(forth), unused) - run(example.withRows(back), unused);
            // the loss is quadratic, so that central differences are exact to rounding
            assertThat(-gradient[l]).isCloseTo(0.5 * difference / (2 * h), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theResidualOfEveryEntryIsOverwritten(KernelExample example) {
        double[] residual = garbage(example.block().entries());

        kernel().residual(example.block(), example.rows(), example.panel(kernel()), example.rank(), residual);

        assertThat(residual).containsExactly(example.residual(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSquaresOfTheImagesOfEveryRowAreOverwritten(KernelExample example) {
        double[] squares = garbage(example.block().rows());

        kernel().imageSquares(example.block(), example.rows(), example.panel(kernel()), example.rank(), squares);

        assertThat(squares).containsExactly(example.imageSquares(), within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theOtherSidesGradientIsAdded(KernelExample example) {
        double[] panel = example.panel(kernel());
        int panelRows = example.block().panelRows();
        double[] before = example.padded(KnownSpectrum.gaussian(panelRows * example.rank(), 5), panelRows, kernel());
        double[] gradient = before.clone();

        double sum = kernel().addPanelGradient(example.block(), example.rows(), panel, example.rank(), gradient);

        assertThat(sum).isCloseTo(example.weightedSquares(), within(1e-12 * (1 + example.weightedSquares())));
        double[] expected = example.padded(example.panelGradient(), panelRows, kernel());
        for (int k = 0; k < expected.length; k++) {
            expected[k] += before[k];
        }
        assertThat(gradient).containsExactly(expected, ROUNDING);
    }

    /** A pass over all rows is one over some of them after the other. */
    @ParameterizedTest
    @MethodSource("examples")
    void somePassesOverRowsOfTheBlockAreOneOverAll(KernelExample example) {
        if (example.block().tiles() > 1) {
            return;
        }
        int rank = example.rank();
        double[] panel = example.panel(kernel());
        double[] gradient = garbage(example.rows().length);
        double[] panelGradient = new double[panel.length];
        double sum = 0;
        int rows = example.block().rows();
        for (int from = 0; from < rows; from += 3) {
            int to = Math.min(rows, from + 3);
            SparseBlock part = example.block().rows(from, to);
            double[] own = Arrays.copyOfRange(example.rows(), from * rank, to * rank);
            double[] squares = garbage(to - from);
            double[] mine = garbage(own.length);
            sum += kernel().residualGradient(part, own, panel, rank, mine);
            System.arraycopy(mine, 0, gradient, from * rank, mine.length);
            kernel().imageSquares(part, own, panel, rank, squares);
            assertThat(squares).containsExactly(Arrays.copyOfRange(example.imageSquares(), from, to), within(1e-11));
            kernel().addPanelGradient(part, own, panel, rank, panelGradient);
        }
        assertThat(sum).isCloseTo(example.weightedSquares(), within(1e-12 * (1 + example.weightedSquares())));
        assertThat(gradient).containsExactly(example.gradient(), ROUNDING);
        assertThat(panelGradient)
                .containsExactly(
                        example.padded(example.panelGradient(), example.block().panelRows(), kernel()), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNormalOperatorOfEveryPanelRowTimesItselfIsOverwritten(KernelExample example) {
        int panelRows = example.block().panelRows();
        double[] out = garbage(panelRows * kernel().stride(example.rank()));

        kernel().panelNormal(example.block(), example.rows(), example.panel(kernel()), example.rank(), out);

        assertThat(out).containsExactly(example.padded(example.panelNormal(), panelRows, kernel()), within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNormalOperatorOfEveryRowOverwritesItsResultAndLeavesThePaddingZero(KernelExample example) {
        int rank = example.rank();
        double[] p = KnownSpectrum.gaussian(rank, 99);
        for (int i = 0; i < example.block().rows(); i++) {
            double[] out = garbage(kernel().stride(rank));

            kernel().rowNormal(example.block(), i, example.padded(p, 1, kernel()), example.panel(kernel()), rank, out);

            assertThat(Arrays.copyOf(out, rank)).containsExactly(example.rowNormal(i, p), within(1e-11));
            assertThat(Arrays.copyOfRange(out, rank, out.length)).containsOnly(new double[out.length - rank]);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theInputsAreLeftAsTheyWere(KernelExample example) {
        double[] rows = example.rows().clone();
        double[] values = example.block().values().clone();
        double[] panel = example.panel(kernel());

        kernel().residualGradient(example.block(), example.rows(), panel, example.rank(), new double[rows.length]);
        kernel().residual(example.block(), example.rows(), panel, example.rank(), new double[values.length]);

        assertThat(example.rows()).containsExactly(rows);
        assertThat(example.block().values()).containsExactly(values);
        assertThat(panel).containsExactly(example.panel(kernel()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 33})
    void theStrideHoldsTheRankAndLessThanOneVectorMore(int rank) {
        assertThat(kernel().stride(rank)).isBetween(rank, rank + 15);
        assertThat(kernel().stride(kernel().stride(rank))).isEqualTo(kernel().stride(rank));
    }

    private double run(KernelExample example, double[] gradient) {
        return kernel().residualGradient(
                        example.block(), example.rows(), example.panel(kernel()), example.rank(), gradient);
    }

    private static double[] garbage(int length) {
        double[] x = new double[length];
        Arrays.fill(x, Double.NaN);
        return x;
    }
}
