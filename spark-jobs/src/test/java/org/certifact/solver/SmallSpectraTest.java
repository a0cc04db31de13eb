package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.rows;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import org.certifact.matrix.LowRank;
import org.certifact.matrix.PlainMatrix;
import org.junit.jupiter.api.Test;

/** The driver's algebra of the relaxed dual, beside plain loops: bases, singular vectors, sums of low rank. */
class SmallSpectraTest {

    @Test
    void rightVectorsDecomposeATallMatrix() {
        KnownSvd known = KnownSvd.random(9, 3, 1, 7, 4, 0.5);
        RightVectors found = RightVectors.of(flat(known.matrix()), 9, 3);
        double[][] scaled = new double[3][3];
        for (int k = 0; k < 3; k++) {
            assertThat(found.value(k)).isCloseTo(known.values()[k], within(1e-12));
            for (int j = 0; j < 3; j++) {
                scaled[j][k] = found.rotation(j, k) * found.value(k);
            }
        }
        double[][] b = rows(found.leading(3), 9, 3);
        assertThat(PlainMatrix.distance(outer(b, scaled), known.matrix())).isLessThan(1e-12);
        assertThat(PlainMatrix.distance(times(transposed(b), b), identity(3))).isLessThan(1e-11);
        assertThat(new int[] {found.above(10), found.above(4.5), found.above(0)})
                .containsExactly(0, 1, 3);
        assertThat(rows(found.leading(1), 9, 1)[4][0]).isEqualTo(b[4][0]);
    }

    @Test
    void theInverseRootMakesColumnsOrthonormalAndDropsWhatIsOnlyRounding() {
        double[][] s = gaussian(8, 4, 2);
        for (double[] row : s) {
            row[3] = row[0] - 2 * row[1];
        }
        double[] inverse = InverseRoot.of(flat(times(transposed(s), s)), 4, 1e-12);
        assertThat(inverse).hasSize(4 * 3);
        double[][] basis = times(s, rows(inverse, 4, 3));
        assertThat(PlainMatrix.distance(times(transposed(basis), basis), identity(3)))
                .isLessThan(1e-12);
        assertThat(PlainMatrix.distance(times(basis, times(transposed(basis), s)), s))
                .isLessThan(1e-11);
    }

    @Test
    void aCombinationIsTheSumOfItsTermsAndItsTruncationTheNearestOfItsRank() {
        double[][] state = gaussian(9, 4, 3);
        double[][] first = gaussian(6, 2, 4);
        double[][] second = gaussian(6, 3, 5);
        Combination sum = Combination.of(4, 6)
                .plus(new LowRank(0, 2, flat(first)), 2)
                .plus(new LowRank(1, 3, flat(second)), -0.5);
        double[][] expected = new double[9][6];
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                expected[i][j] = 2 * (state[i][0] * first[j][0] + state[i][1] * first[j][1])
                        - 0.5 * (state[i][1] * second[j][0] + state[i][2] * second[j][1] + state[i][3] * second[j][2]);
            }
        }
        double[] gram = flat(times(transposed(state), state));
        assertThat(PlainMatrix.distance(dense(sum, state), expected)).isLessThan(1e-12);
        assertThat(PlainMatrix.distance(dense(sum.truncated(gram, 9), state), expected))
                .isLessThan(1e-10);

        Combination one = sum.truncated(gram, 1);
        double[] values = WeightedPair.plain(expected, identity(6)).singularValues();
        double lost = 0;
        double[][] near = dense(one, state);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 6; j++) {
                lost += (near[i][j] - expected[i][j]) * (near[i][j] - expected[i][j]);
            }
        }
        double rest = 0;
        for (int k = 1; k < values.length; k++) {
            rest += values[k] * values[k];
        }
        assertThat(one.rank()).isEqualTo(1);
        assertThat(lost).isCloseTo(rest, within(1e-9 * rest));
    }

    private static double[][] dense(Combination of, double[][] state) {
        return outer(times(state, rows(of.longMap(), of.columns(), of.rank())), rows(of.shortSide(), 6, of.rank()));
    }

    private static double[][] identity(int n) {
        double[][] out = new double[n][n];
        for (int k = 0; k < n; k++) {
            out[k][k] = 1;
        }
        return out;
    }
}
