package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorMatrixTest {
    private static final int ROWS = 9;
    private static final double ALPHA = 0.5;
    private static final PlacedData PLACED = PlacedData.of(DenseData.random(ROWS, 6, 0.4, 1), 4, ALPHA);
    private static final double[][] VALUES = PlainMatrix.gaussian(ROWS, 3, 2);

    @Test
    void rowsComeBackAsTheyWentIn() {
        assertThat(PLACED.rowsOf(PLACED.u(VALUES))).isDeepEqualTo(VALUES);
    }

    @Test
    void aProductIsTheProduct() {
        double[][] matrix = PlainMatrix.gaussian(3, 2, 3);
        double[][] product = PLACED.rowsOf(PLACED.u(VALUES).times(PlainMatrix.flat(matrix), 2));
        assertThat(PlainMatrix.distance(product, PlainMatrix.times(VALUES, matrix)))
                .isLessThan(1e-14);
    }

    @Test
    void gramMatricesAreTakenAtTheExtrapolatedPointPlainAndWeighted() {
        double[][] next = PlainMatrix.gaussian(ROWS, 3, 4);
        double[][] point = new double[ROWS][3];
        for (int i = 0; i < ROWS; i++) {
            for (int l = 0; l < 3; l++) {
                point[i][l] = next[i][l] + 0.5 * (next[i][l] - VALUES[i][l]);
            }
        }
        FactorMatrix moved = new FactorMatrix(
                PLACED.u(VALUES)
                        .blocks()
                        .zip(PLACED.u(next).blocks())
                        .map(pair -> pair._1().moveTo(pair._2().values())),
                3);
        double[] pair = moved.gramPair(0.5, PLACED.matrix().byRows());
        assertThat(pair).containsExactly(concat(gram(point, point, 0), gram(point, point, ALPHA)), within(1e-12));
        assertThat(weightedGram(moved)).containsExactly(gram(next, next, ALPHA), within(1e-12));
    }

    @Test
    void knownGramMatricesAreThoseOfTheProductToo() {
        GroupedMatrix group = PLACED.matrix().byRows();
        FactorMatrix plain = PLACED.u(VALUES);
        FactorMatrix knowing = plain.knowing(GramPair.unpacked(plain.gramPair(0, group)));
        double[] map = PlainMatrix.flat(PlainMatrix.gaussian(3, 2, 8));
        assertThat(knowing.gramPair(0, group)).containsExactly(plain.gramPair(0, group), within(1e-12));
        assertThat(knowing.times(map, 2).gramPair(0, group))
                .containsExactly(plain.times(map, 2).gramPair(0, group), within(1e-12));
        double[] by = {2, -1, 0.5};
        assertThat(GramPair.unpacked(plain.gramPair(0, group)).scaled(by).packed())
                .containsExactly(
                        plain.times(new double[] {2, 0, 0, 0, -1, 0, 0, 0, 0.5}, 3)
                                .gramPair(0, group),
                        within(1e-12));
    }

    @Test
    void appendedColumnsHaveInTheGaugeTheLengthThatWasGiven() {
        double[][] columns = PlainMatrix.gaussian(ROWS, 2, 6);
        FactorMatrix wider = PLACED.u(VALUES)
                .appendScaled(PLACED.matrix().byRows(), GroupedMatrixTest.blockOrder(columns, PLACED.rowOrder()), 2);
        assertThat(wider.rank()).isEqualTo(5);
        double[] gram = weightedGram(wider);
        double[] plain = gram(columns, columns, 0);
        assertThat(gram[3 * 5 + 3]).isCloseTo(plain[0], within(1e-12));
        assertThat(gram[3 * 5 + 4]).isCloseTo(plain[1], within(1e-12));
        assertThat(gram[4 * 5 + 4]).isCloseTo(plain[3], within(1e-12));
        double[][] rows = PLACED.rowsOf(wider);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows[i]).startsWith(VALUES[i]);
        }
    }

    @Test
    void whatIsKeptSurvivesTheRelease() {
        FactorMatrix factor = PLACED.u(VALUES);
        FactorMatrix kept = factor.keep("U");
        FactorMatrix fork = kept.fork();
        factor.unpersist();
        fork.unpersist();
        assertThat(kept.blocks().getStorageLevel().useMemory()).isTrue();
        assertThat(PLACED.rowsOf(kept)).isDeepEqualTo(VALUES);
        kept.unpersist();
        assertThat(kept.blocks().getStorageLevel().useMemory()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 150})
    void sumsTakeEveryBlockOnceHoweverManyThereAre(int blocks) {
        List<Integer> numbers = IntStream.range(0, blocks).boxed().toList();
        JavaRDD<double[]> parts =
                SharedSpark.context().parallelize(numbers, blocks).map(k -> new double[] {k, 1});
        parts.persist(org.apache.spark.storage.StorageLevel.MEMORY_ONLY());
        double[] expected = {blocks * (blocks - 1) / 2.0, blocks};
        assertThat(FactorMatrix.sum(parts, 2)).containsExactly(expected);
        // the parts themselves are as they were
        assertThat(FactorMatrix.sum(parts, 2)).containsExactly(expected);
        parts.unpersist();
    }

    /** aᵀ D^power b, flat. */
    private static double[] gram(double[][] a, double[][] b, double power) {
        double[][] scaled = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int l = 0; l < b[i].length; l++) {
                scaled[i][l] = Math.pow(PLACED.dense().rowCount(i), power) * b[i][l];
            }
        }
        return PlainMatrix.flat(PlainMatrix.times(PlainMatrix.transposed(a), scaled));
    }

    private static double[] concat(double[] a, double[] b) {
        return java.util.stream.DoubleStream.concat(java.util.Arrays.stream(a), java.util.Arrays.stream(b))
                .toArray();
    }

    private static double[] weightedGram(FactorMatrix factor) {
        FactorMatrix none = PLACED.matrix().byColumns().zeros(factor.rank());
        return FactorMatrix.weightedGrams(PLACED.matrix(), factor, none)[0];
    }
}
