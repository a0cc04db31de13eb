package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.block.DenseRows;
import org.junit.jupiter.api.Test;

class PivotedCholeskyTest {

    @Property(tries = 100)
    void columnsBecomeOrthonormalAndKeepTheirSpan(
            @ForAll @IntRange(min = 0, max = 40) int independent,
            @ForAll @IntRange(min = 0, max = 10) int dependent,
            @ForAll long seed) {
        int n = 60;
        int size = independent + dependent;
        double[] x = columns(n, independent, dependent, seed);
        double[] gram = DenseRows.gram(x, n, size, null);
        double[] before = gram.clone();

        double[] white = PivotedCholesky.whitening(gram, size, 1e-10);

        assertThat(white).hasSize(size * independent);
        assertThat(gram).isEqualTo(before);
        double[] basis = DenseRows.times(x, n, size, white, independent);
        double[] products = DenseRows.gram(basis, n, independent, null);
        for (int k = 0; k < products.length; k++) {
            assertThat(products[k]).isCloseTo(k % (independent + 1) == 0 ? 1 : 0, within(1e-10));
        }
        double[] again =
                DenseRows.times(basis, n, independent, DenseRows.cross(basis, independent, x, size, n, null), size);
        assertThat(again).containsExactly(x, within(1e-8));
    }

    /** Gaussian ones, and sums of them among them, one of those with itself. */
    private static double[] columns(int n, int independent, int dependent, long seed) {
        int size = independent + dependent;
        double[] own = KnownSpectrum.gaussian(n * independent, seed);
        double[] x = new double[n * size];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < size; c++) {
                // the dependent ones come first
                int k = c - dependent;
                x[i * size + c] = k >= 0
                        ? own[i * independent + k]
                        : independent == 0 ? 0 : own[i * independent + c % independent] + 2 * own[i * independent];
            }
        }
        return x;
    }

    @Test
    void theLongestComesFirstAndWhatIsShortBesideItIsLeftOut() {
        double[] gram = {1e-12, 0, 0, 0, 4, 0, 0, 0, 1};
        assertThat(PivotedCholesky.whitening(gram, 3, 1e-10)).containsExactly(0, 0, 0.5, 0, 0, 1);
        assertThat(PivotedCholesky.whitening(new double[4], 2, 1e-10)).isEmpty();
    }

    @Test
    void columnsOfNoLengthOrOfNoneThatIsANumber() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> PivotedCholesky.whitening(new double[] {1, 0, 0, bad}, 2, 1e-10))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining(Double.toString(bad));
        }
        assertThat(Arrays.stream(PivotedCholesky.whitening(new double[] {9}, 1, 0)))
                .hasSize(1)
                .first()
                .isEqualTo(1 / 3.0);
    }
}
