package org.certifact.linalg.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every product must do, in every layout and around every size of a tile and of a block. */
abstract class MatrixProductContract {
    private static final double ALPHA = -1.5;

    abstract MatrixProduct product();

    @Property(tries = 300)
    void theProductIsAdded(
            @ForAll @IntRange(max = 70) int m,
            @ForAll @IntRange(max = 70) int n,
            @ForAll @IntRange(max = 40) int k,
            @ForAll boolean aTransposed,
            @ForAll boolean bTransposed,
            @ForAll @IntRange(max = 5) int apart) {
        check(view(m, k, aTransposed, apart, 1), view(k, n, bTransposed, apart, 2), view(m, n, false, apart, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 12, 256",
        "5, 13, 257",
        "48, 192, 3",
        "49, 193, 2",
        "97, 400, 5",
        "3, 8, 600",
        "300, 1, 300",
        "1, 300, 300",
        "130, 140, 150"
    })
    void theProductIsAddedWhateverTheBlocks(int m, int n, int k) {
        for (boolean transposed : new boolean[] {false, true}) {
            check(view(m, k, transposed, 0, 1), view(k, n, transposed, 3, 2), view(m, n, false, 1, 3));
            check(view(m, k, transposed, 2, 1), view(k, n, !transposed, 0, 2), view(m, n, false, 0, 3));
        }
    }

    @Property(tries = 200)
    void theUpperEntriesOfASymmetricProductAreAdded(
            @ForAll @IntRange(max = 90) int n, @ForAll @IntRange(max = 30) int rows, @ForAll boolean transposed) {
        MatrixView x = view(rows, n, transposed, 0, 1);
        MatrixView c = view(n, n, false, 2, 3);
        double[] expected = expected(x.transposed(), x, c);

        product().addUpper(ALPHA, x.transposed(), x, c);

        assertUpperClose(c, expected);
    }

    @Test
    void theUpperEntriesOfAWideProductAreAdded() {
        MatrixView a = view(20, 300, true, 0, 1);
        MatrixView b = view(300, 450, false, 0, 2);
        MatrixView c = view(20, 450, false, 0, 3);
        double[] expected = expected(a, b, c);

        product().addUpper(ALPHA, a, b, c);

        assertUpperClose(c, expected);
    }

    @Property(tries = 100)
    void aPartOfAnArrayTakesAndGivesNothingElse(
            @ForAll @IntRange(min = 1, max = 20) int m, @ForAll @IntRange(min = 1, max = 20) int n) {
        int k = 6;
        double[] around = new double[(m + 4) * (n + 5)];
        java.util.Arrays.fill(around, Double.NaN);
        MatrixView c = MatrixView.of(around, 2 * (n + 5) + 3, m, n, n + 5);
        MatrixView zeros = view(m, n, false, 0, 3);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                around[c.place(i, j)] = zeros.values()[zeros.place(i, j)];
            }
        }
        MatrixView a = view(m, k, false, 0, 1);
        MatrixView b = view(k, n, false, 0, 2);
        double[] expected = expected(a, b, c);

        product().add(ALPHA, a, b, c);

        assertThat(around).containsExactly(expected, within(1e-12));
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        MatrixView x = view(3, 4, false, 0, 1);
        MatrixView y = view(4, 5, false, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> product().add(1, x, y, view(3, 4, false, 0, 1)))
                .withMessageContaining("3 x 4 times 4 x 5 into 3 x 4");
        assertThatIllegalArgumentException().isThrownBy(() -> product().add(1, x, x, view(3, 4, false, 0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> product().addUpper(1, x, y, view(3, 5, true, 0, 1)))
                .withMessageContaining("not row-major");
    }

    private void check(MatrixView a, MatrixView b, MatrixView c) {
        double[] expected = expected(a, b, c);
        double[] as = a.values().clone();
        double[] bs = b.values().clone();

        product().add(ALPHA, a, b, c);

        assertThat(farthest(c.values(), expected)).isLessThan(1e-11);
        assertThat(a.values()).containsExactly(as);
        assertThat(b.values()).containsExactly(bs);
    }

    private static void assertUpperClose(MatrixView c, double[] expected) {
        double[] actual = expected.clone();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = i; j < c.columns(); j++) {
                actual[c.place(i, j)] = c.values()[c.place(i, j)];
            }
        }
        assertThat(farthest(actual, expected)).isLessThan(1e-11);
    }

    /** The largest difference of two arrays of one length. */
    private static double farthest(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double farthest = 0;
        for (int k = 0; k < actual.length; k++) {
            double difference = Math.abs(actual[k] - expected[k]);
            farthest = Math.max(farthest, difference); // a NaN stays
        }
        return farthest;
    }

    /** The array of C when the product is added, entry by entry. */
    private static double[] expected(MatrixView a, MatrixView b, MatrixView c) {
        double[] expected = c.values().clone();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                for (int k = 0; k < a.columns(); k++) {
                    expected[c.place(i, j)] += ALPHA * a.values()[a.place(i, k)] * b.values()[b.place(k, j)];
                }
            }
        }
        return expected;
    }

    /** @param apart numbers between the end of a row, or column, and the beginning of the next; also before the first */
    static MatrixView view(int rows, int columns, boolean transposed, int apart, long seed) {
        if (transposed) {
            return view(columns, rows, false, apart, seed).transposed();
        }
        int stride = Math.max(1, columns + apart);
        return MatrixView.of(KnownSpectrum.gaussian(apart + rows * stride, seed), apart, rows, columns, stride);
    }
}
