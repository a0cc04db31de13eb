package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleSearchTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 3", "1, 6", "1e-6, 3", "1e6, 2.5"})
    void theScaleWhereTheBoundPassesOneIsFoundInAFewTries(double where, double power) {
        ScaleSearch search = new ScaleSearch(s -> Math.pow(s / where, power), 0.8 * where);
        int tries = 0;
        while (!search.settled()) {
            search.advance();
            tries++;
        }
        assertThat(tries).isLessThanOrEqualTo(5);
        assertThat(search.best() * where).isBetween(1.0, 1.0005);
    }

    @Test
    void aScaleThatIsFarOffIsLeftByFactorsOfTwo() {
        ScaleSearch search = new ScaleSearch(s -> s * s, 1e-3);
        for (int k = 0; k < 20; k++) {
            search.advance();
        }
        assertThat(search.best()).isBetween(1.0, 1.0005);
    }

    @Test
    void whatIsNotProvedIsNoBound() {
        DoubleUnaryOperator never = s -> Double.POSITIVE_INFINITY;
        ScaleSearch search = new ScaleSearch(never, 1);
        search.advance();
        search.advance();
        assertThat(search.best()).isInfinite();
        assertThat(search.settled()).isFalse();
    }

    @Test
    void aBoundThatDoesNotGrowStillCounts() {
        ScaleSearch flat = new ScaleSearch(s -> 4, 1);
        flat.advance();
        assertThat(flat.best()).isEqualTo(2);
    }
}
