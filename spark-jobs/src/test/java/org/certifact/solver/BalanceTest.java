package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.rows;
import static org.certifact.matrix.PlainMatrix.times;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class BalanceTest {

    @Property(tries = 200)
    void theProductStaysAndBothFactorsHaveTheSingularValuesForSquaredLengths(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(min = 1, max = 6) int rank,
            @ForAll long seed) {
        WeightedPair pair = WeightedPair.random(rows, columns, rank, seed);
        Balance balance = pair.balance();
        double[][] u = times(pair.u(), rows(balance.left(), rank, balance.rank()));
        double[][] v = times(pair.v(), rows(balance.right(), rank, balance.rank()));
        double size = balance.singularValues()[0];

        // what is negligible may go
        assertThat(PlainMatrix.distance(outer(u, v), outer(pair.u(), pair.v()))).isLessThan(1e-4 * size);
        double[] singular = pair.singularValues();
        for (int k = 0; k < balance.rank(); k++) {
            assertThat(balance.singularValues()[k]).isCloseTo(singular[k], within(1e-7 * size));
        }
        for (int k = balance.rank(); k < singular.length; k++) {
            assertThat(singular[k]).isLessThan(1.1e-5 * size);
        }
        assertDiagonal(pair.gramU(u), balance.singularValues(), 1e-6 * size);
        assertDiagonal(pair.gramV(v), balance.singularValues(), 1e-6 * size);
    }

    private static void assertDiagonal(double[][] gram, double[] expected, double tolerance) {
        for (int k = 0; k < gram.length; k++) {
            for (int l = 0; l < gram.length; l++) {
                assertThat(gram[k][l]).isCloseTo(k == l ? expected[k] : 0, within(tolerance));
            }
        }
    }

    @Test
    void asManyOfTheLeastSingularValuesGoAsSumToNoMoreThanAllowed() {
        double[] singular = {5, 3, 0.25, 0.125};
        assertThat(Balance.leading(singular, 0.375).singularValues()).containsExactly(5, 3);
        assertThat(Balance.leading(singular, 0.37).singularValues()).containsExactly(5, 3, 0.25);
        assertThat(Balance.leading(singular, 0.1).singularValues()).containsExactly(singular);
        assertThat(Balance.leading(singular, 0.375).left()).containsExactly(1, 0, 0, 1, 0, 0, 0, 0);
        assertThat(Balance.leading(singular, 100).rank()).isZero();
    }

    @Test
    void withNothingNegligibleTheProductStaysToRounding() {
        WeightedPair pair = WeightedPair.random(9, 8, 3, 1);
        Balance balance = pair.balance();
        assertThat(balance.rank()).isEqualTo(3);
        double[][] u = times(pair.u(), rows(balance.left(), 3, 3));
        double[][] v = times(pair.v(), rows(balance.right(), 3, 3));
        assertThat(PlainMatrix.distance(outer(u, v), outer(pair.u(), pair.v()))).isLessThan(1e-13);
    }

    @Test
    void singularValuesDescend() {
        double[] values = WeightedPair.random(8, 8, 6, 1).balance().singularValues();
        for (int k = 1; k < values.length; k++) {
            assertThat(values[k]).isLessThanOrEqualTo(values[k - 1]);
        }
    }

    @Test
    void theTraceNormUndercutsTheProductFormOfWhatWasGiven() {
        WeightedPair pair = WeightedPair.random(8, 7, 4, 2);
        double traceNorm = Arrays.stream(pair.balance().singularValues()).sum();
        double[][] gramU = pair.gramU(pair.u());
        double[][] gramV = pair.gramV(pair.v());
        double products = 0;
        for (int k = 0; k < 4; k++) {
            products += Math.sqrt(gramU[k][k] * gramV[k][k]);
        }
        assertThat(traceNorm)
                .isCloseTo(Arrays.stream(pair.singularValues(), 0, 4).sum(), within(1e-9 * traceNorm));
        assertThat(traceNorm).isLessThan(products);
    }

    @Test
    void aScaleThatOneFactorHasTooMuchOfMovesToTheOther() {
        WeightedPair even = WeightedPair.random(8, 7, 3, 3);
        WeightedPair odd = new WeightedPair(
                scaled(even.u(), 1e6), scaled(even.v(), 1e-6), even.rowWeights(), even.columnWeights());
        assertThat(odd.balance().singularValues())
                .containsExactly(even.balance().singularValues(), within(1e-8));
    }

    @Test
    void negligibleColumnsAreDropped() {
        double[][] u = gaussian(8, 3, 4);
        for (double[] row : u) {
            row[1] *= 1e-7;
        }
        assertThat(WeightedPair.plain(u, gaussian(7, 3, 5)).balance().rank()).isEqualTo(2);
    }

    @Test
    void columnsThatRepeatOthersAreMerged() {
        double[][] u = gaussian(8, 4, 6);
        for (double[] row : u) {
            row[3] = row[0];
        }
        Balance balance = WeightedPair.plain(u, gaussian(7, 4, 7)).balance();
        assertThat(balance.rank()).isEqualTo(3);
        assertThat(balance.left()).hasSize(4 * 3);
    }

    @Test
    void factorsOfZerosHaveNoColumns() {
        assertThat(WeightedPair.plain(new double[8][3], gaussian(7, 3, 8))
                        .balance()
                        .rank())
                .isZero();
    }

    @Test
    void factorsThatAreNotFiniteAreRefused() {
        assertThatThrownBy(() -> Balance.of(new double[] {Double.NaN}, new double[] {1}, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("NaN");
    }

    private static double[][] scaled(double[][] a, double factor) {
        return Arrays.stream(a)
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
    }

    /** λ = 1, q = 0.5: the third is so small, and its slope so far below λ, that it would go; no other would. */
    @Test
    void columnsThatDoNotPayAreLeftOut() {
        double[] singular = {4, 2, 0.5, 0.25};
        double[] slope = {1, 0.9, 0.5, 1.2};
        double[] gram = new double[16];
        double[] slopes = new double[16];
        for (int k = 0; k < 4; k++) {
            gram[5 * k] = singular[k];
            slopes[5 * k] = singular[k] * slope[k];
        }
        Balance paying = Balance.of(gram, gram, 4).paying(slopes, 1, 0.5);
        assertThat(paying.singularValues()).containsExactly(new double[] {4, 2, 0.25}, within(1e-12));
        assertThat(paying.rank()).isEqualTo(3);
        assertThat(paying.left()).hasSize(12);
        for (int k = 0; k < 3; k++) {
            int from = k == 2 ? 3 : k;
            assertThat(Math.abs(paying.left()[from * 3 + k])).isCloseTo(1, within(1e-12));
            assertThat(paying.right()[from * 3 + k]).isCloseTo(paying.left()[from * 3 + k], within(1e-12));
        }
    }
}
