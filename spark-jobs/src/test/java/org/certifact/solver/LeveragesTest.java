package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeveragesTest {
    private static final double[][] X = gaussian(12, 3, 4);

    @Test
    void theyAreTheDiagonalOfTheProjectionAndSumToTheRank() {
        Leverages leverages = of(X);
        double[] found = leverages.of(flat(X), 12);
        assertThat(Arrays.stream(found).sum()).isCloseTo(3, within(1e-12));
        assertThat(Arrays.stream(found).boxed()).allMatch(x -> x >= 0 && x <= 1);
        double[][] alone = {{2, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 0, 5}};
        assertThat(of(alone).of(flat(alone), 4)).containsExactly(new double[] {1, 0.5, 0.5, 1}, within(1e-14));
    }

    @Test
    void paddedRowsHaveTheSame() {
        double[] padded = new double[12 * 8];
        for (int i = 0; i < 12; i++) {
            System.arraycopy(X[i], 0, padded, 8 * i, 3);
        }
        assertThat(of(X).of(padded, 12)).containsExactly(of(X).of(flat(X), 12), within(1e-14));
        assertThat(of(X).of(new double[0], 0)).isEmpty();
    }

    @Test
    void directionsThatAreMissingDoNotCount() {
        double[][] flat = Arrays.stream(X)
                .map(x -> new double[] {x[0], x[1], x[0] + x[1]})
                .toArray(double[][]::new);
        assertThat(Arrays.stream(of(flat).of(flat(flat), 12)).sum()).isCloseTo(2, within(1e-9));
        assertThat(of(flat).stretch(gram(flat))).isCloseTo(1, within(1e-9));
    }

    @Test
    void theStretchIsTheMeanOfThoseOfOtherRowsOverTheirOwn() {
        double[][] other = gaussian(12, 3, 5);
        double sum = Arrays.stream(of(X).of(flat(other), 12)).sum();
        assertThat(of(X).stretch(gram(other))).isCloseTo(sum / 3, within(1e-12));
        assertThat(of(X).stretch(gram(X))).isCloseTo(1, within(1e-12));
        assertThat(of(X).stretch(new double[9])).isEqualTo(1);
    }

    private static Leverages of(double[][] x) {
        return new Leverages(GramRoot.of(gram(x), 3, 1e-12), 3);
    }

    private static double[] gram(double[][] x) {
        return flat(times(transposed(x), x));
    }
}
