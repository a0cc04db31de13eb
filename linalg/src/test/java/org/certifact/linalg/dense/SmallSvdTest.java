package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallSvdTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64, SymmetricEigen.SMALL, SymmetricEigen.SMALL + 1})
    void theFactorizationReproducesTheMatrix(int n) {
        double[] a = KnownSpectrum.gaussian(n * n, 5);
        double[] kept = a.clone();
        check(SmallSvd.of(a, n), a, n, 1);
        assertThat(a).isEqualTo(kept);
    }

    @Property(tries = 50)
    void knownSingularValuesAreFound(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        double[] known = Arrays.stream(KnownSpectrum.gaussian(n, seed))
                .map(Math::abs)
                .boxed()
                .sorted((x, y) -> Double.compare(y, x))
                .mapToDouble(x -> x)
                .toArray();
        double[] a = KnownSpectrum.operator(n, n, known, seed + 1).applyTranspose(identity(n), n);
        SmallSvd svd = SmallSvd.of(a, n);
        assertThat(svd.values()).containsExactly(known, within(1e-13 * n));
        check(svd, a, n, 1);
    }

    @Test
    void smallOnesBesideLargeOnesKeepOrthonormalVectors() {
        double[] known = new double[16];
        Arrays.setAll(known, k -> Math.pow(10, -k));
        double[] a = KnownSpectrum.operator(16, 16, known, 3).applyTranspose(identity(16), 16);
        SmallSvd svd = SmallSvd.of(a, 16);
        assertThat(svd.values()).containsExactly(known, within(1e-15));
        check(svd, a, 16, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-40, 1e-150, 1e-160, 1e-300, Double.MIN_VALUE})
    void columnsTooShortToBeSquaredDoNoHarm(double tiny) {
        double[] a = {1, 2, 3, tiny, -tiny, 2 * tiny, 0.5, 0, 4};
        check(SmallSvd.of(a, 3), a, 3, 1);
        double[] apart = {1, 2, 0, 2, 1, 0, 0, 0, 1.1 * tiny};
        check(SmallSvd.of(apart, 3), apart, 3, 1);
    }

    @Test
    void singularMatricesHaveCompleteBases() {
        check(SmallSvd.of(new double[25], 5), new double[25], 5, 1);
        double[] one = new double[25];
        Arrays.fill(one, 2);
        SmallSvd svd = SmallSvd.of(one, 5);
        assertThat(svd.values()).containsExactly(new double[] {10, 0, 0, 0, 0}, within(1e-14));
        check(svd, one, 5, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-300, 0x1p300, 0x1p1000})
    void noScaleIsLost(double scale) {
        double[] a =
                Arrays.stream(KnownSpectrum.gaussian(36, 4)).map(x -> scale * x).toArray();
        check(SmallSvd.of(a, 6), a, 6, scale);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void nothingIsMadeOfNumbersThatAreNone(double none) {
        assertThatThrownBy(() -> SmallSvd.of(new double[] {1, 2, none, 4}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a 2 x 2 matrix that holds " + none + " has no singular values");
    }

    private static void check(SmallSvd svd, double[] a, int n, double scale) {
        double[] rebuilt = new double[n * n];
        double[] left = new double[n * n];
        double[] right = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    rebuilt[j * n + i] += svd.values()[k] / scale * svd.left(i, k) * svd.right(j, k);
                    left[i * n + j] += svd.left(k, i) * svd.left(k, j);
                    right[i * n + j] += svd.right(k, i) * svd.right(k, j);
                }
            }
        }
        double[] given = Arrays.stream(a).map(x -> x / scale).toArray();
        assertThat(rebuilt).containsExactly(given, within(1e-14 * (n + 10)));
        assertThat(left).containsExactly(identity(n), within(1e-14 * (n + 10)));
        assertThat(right).containsExactly(identity(n), within(1e-14 * (n + 10)));
        for (int k = 1; k < n; k++) {
            assertThat(svd.values()[k]).isBetween(0.0, svd.values()[k - 1]);
        }
    }

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }
}
