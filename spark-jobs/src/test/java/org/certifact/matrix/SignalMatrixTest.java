package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.quartic.LocalSignals;
import org.certifact.linalg.quartic.QuarticLayout;
import org.certifact.linalg.quartic.SignalPasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalMatrixTest {
    private static final int ROWS = 23;
    private static final int DIMENSION = 5;
    private static final int LEADING = 3;
    private static final double[] VALUES = PlainMatrix.flat(PlainMatrix.gaussian(ROWS, DIMENSION, 1));
    private static final SignalPasses LOCAL = new LocalSignals(VALUES, ROWS, DIMENSION);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 70})
    void everyPassIsThatOfTheSignalsInMemory(int blocks) {
        SignalMatrix signals = new SignalMatrix(SpreadRows.of(VALUES, DIMENSION, blocks), DIMENSION);
        assertThat(signals.signals()).isEqualTo(ROWS);
        assertThat(signals.dimension()).isEqualTo(DIMENSION);
        assertThat(signals.norms()).containsExactly(LOCAL.norms());

        double[] weights = gaussian(ROWS, 2);
        double[] others = gaussian(ROWS, 3);
        SignalPasses.Sums sums = signals.sums(LEADING, weights, others);
        SignalPasses.Sums local = LOCAL.sums(LEADING, weights, others);
        assertThat(sums.fourth()).containsExactly(local.fourth(), within(1e-12));
        assertThat(sums.second()).containsExactly(local.second(), within(1e-12));
        assertThat(signals.sums(LEADING, null, others).fourth()).isEmpty();
        assertThat(signals.sums(LEADING, null, others).second()).containsExactly(local.second(), within(1e-12));

        double[] monomials = gaussian(new QuarticLayout(LEADING).length(), 4);
        double[] quadratic = PlainMatrix.flat(PlainMatrix.gaussian(LEADING, LEADING, 5));
        SignalPasses.Moments moments = signals.moments(LEADING, monomials, quadratic);
        SignalPasses.Moments expected = LOCAL.moments(LEADING, monomials, quadratic);
        assertThat(moments.fourth()).containsExactly(expected.fourth(), within(1e-12));
        assertThat(moments.second()).containsExactly(expected.second(), within(1e-12));
    }

    private static double[] gaussian(int length, long seed) {
        return PlainMatrix.flat(PlainMatrix.gaussian(length, 1, seed));
    }
}
