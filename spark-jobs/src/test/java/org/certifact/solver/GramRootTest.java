package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.rows;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

class GramRootTest {
    private static final double ROUNDING = 1e-12;

    @Property(tries = 100)
    void theRootSquaresToTheGramMatrixAndItsInverseMakesColumnsOrthonormal(
            @ForAll @IntRange(min = 0, max = 70) int size, @ForAll long seed) {
        double[][] x = gaussian(size + 20, size, seed);
        double[] gram = size == 0 ? new double[0] : flat(times(transposed(x), x));
        double[] before = gram.clone();

        GramRoot root = GramRoot.of(gram, size, ROUNDING);

        assertThat(root.directions()).isEqualTo(size);
        assertThat(gram).isEqualTo(before);
        if (size > 0) {
            double[][] r = rows(root.rows(), size, size);
            double[][] inverse = transposed(rows(root.inverse(), size, size));
            assertThat(PlainMatrix.distance(times(transposed(r), r), rows(gram, size, size)))
                    .isLessThan(1e-11 * (1 + Arrays.stream(gram).max().orElse(0)));
            assertThat(PlainMatrix.distance(times(r, inverse), identity(size))).isLessThan(1e-9);
        }
    }

    @Test
    void theLengthsOfColumnsMayDifferByAnyFactor() {
        double[][] x = gaussian(9, 4, 1);
        for (double[] row : x) {
            row[1] *= 1e-9;
            row[3] *= 1e9;
        }
        GramRoot root = GramRoot.of(flat(times(transposed(x), x)), 4, ROUNDING);
        double[][] basis = times(x, transposed(rows(root.inverse(), 4, 4)));
        assertThat(root.directions()).isEqualTo(4);
        assertThat(PlainMatrix.distance(times(transposed(basis), basis), identity(4)))
                .isLessThan(1e-12);
    }

    @Test
    void directionsThatAreOnlyRoundingAreLeftOut() {
        double[][] x = gaussian(9, 4, 1);
        for (double[] row : x) {
            row[3] = row[0] - 2 * row[1];
        }
        double[] gram = flat(times(transposed(x), x));

        GramRoot root = GramRoot.of(gram, 4, ROUNDING);

        double[][] basis = times(x, transposed(rows(root.inverse(), 4, 4)));
        double[][] projection = times(basis, transposed(basis));
        assertThat(root.directions()).isEqualTo(3);
        assertThat(PlainMatrix.distance(times(projection, x), x)).isLessThan(1e-11);
        assertThat(root).usingRecursiveComparison().isEqualTo(GramRoot.of(SymmetricEigen.of(gram, 4), ROUNDING));
    }

    @Test
    void aColumnOfZerosIsLeftOut() {
        GramRoot root = GramRoot.of(new double[] {4, 0, 0, 0}, 2, ROUNDING);
        assertThat(root.directions()).isEqualTo(1);
        double[] squares = new double[2];
        for (int k = 0; k < 4; k++) {
            squares[k % 2] += root.rows()[k] * root.rows()[k];
        }
        assertThat(squares).containsExactly(4, 0);
        assertThat(Arrays.stream(root.inverse()).map(Math::abs).sum()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> GramRoot.of(new double[] {1, 0, 0, bad}, 2, ROUNDING))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    private static double[][] identity(int n) {
        double[][] identity = new double[n][n];
        for (int k = 0; k < n; k++) {
            identity[k][k] = 1;
        }
        return identity;
    }
}
