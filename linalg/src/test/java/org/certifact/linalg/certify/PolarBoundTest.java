package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolarBoundTest {

    @ParameterizedTest
    @CsvSource({"2.0, 1.0", "1.0, 0.99999999", "1.0, NaN", "NaN, 1.0", "NaN, NaN"})
    void anUpperBoundBelowTheLowerIsRefused(double lower, double upper) {
        assertThatThrownBy(() -> bound(lower, upper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("polar: upper " + upper + " is below lower " + lower);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "1, Infinity", "1, 0.9999999999"})
    void equalBoundsPassAndSoDoesRounding(double lower, double upper) {
        assertThatCode(() -> bound(lower, upper)).doesNotThrowAnyException();
    }

    @Test
    void theBoundsAreKept() {
        assertThat(bound(1, 2).lower()).isEqualTo(1);
        assertThat(bound(1, 2).upper()).isEqualTo(2);
    }

    private static PolarBound bound(double lower, double upper) {
        return new PolarBound(lower, upper, BoundKind.PROBABILISTIC, 1e-10, Atoms.none(), 1);
    }
}
