package org.certifact.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneRotationTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 64, 101})
    void wholeVectorsTurnAsSingleNumbersDo(int length) {
        double[] x = KnownSpectrum.gaussian(length, 1);
        double[] y = KnownSpectrum.gaussian(length, 2);
        double[] u = x.clone();
        double[] w = y.clone();
        new VectorRotation().turn(x, y, 0.6, 0.8);
        new PlaneRotation.ScalarRotation().turn(u, w, 0.6, 0.8);
        assertThat(x).isEqualTo(u);
        assertThat(y).isEqualTo(w);
    }

    @Test
    void aQuarterTurnExchangesRows() {
        double[] x = {1, 2};
        double[] y = {3, 4};
        PlaneRotation.BEST.turn(x, y, 0, 1);
        assertThat(x).containsExactly(new double[] {-3, -4}, within(0.0));
        assertThat(y).containsExactly(new double[] {1, 2}, within(0.0));
    }

    @Test
    void nothingIsReadBehindTheEndOfARow() {
        assertThatThrownBy(() -> new VectorRotation().turn(new double[9], new double[8], 0.6, 0.8))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rowsArePaddedToWholeVectors() {
        int lanes = new VectorRotation().padded(1);
        assertThat(new VectorRotation().padded(0)).isZero();
        assertThat(new VectorRotation().padded(lanes)).isEqualTo(lanes);
        assertThat(new VectorRotation().padded(lanes + 1)).isEqualTo(2 * lanes);
        assertThat(new PlaneRotation.ScalarRotation().padded(5)).isEqualTo(5);
    }

    @Test
    void thisMachineTurnsWholeVectors() {
        assertThat(PlaneRotation.BEST).isInstanceOf(VectorRotation.class);
    }
}
