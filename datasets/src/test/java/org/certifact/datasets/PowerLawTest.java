package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawTest {
    private static final int N = 100_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7, 1, 1.0000001, 1.5, 3})
    void sharesFallByTheExponentAndAddUpToOne(double exponent) {
        PowerLaw law = PowerLaw.capped(N, exponent, 1);
        assertThat(law.before(0)).isZero();
        assertThat(law.before(N)).isEqualTo(1);
        assertThat(IntStream.range(0, N).mapToDouble(law::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(Math.log10(law.share(30_000) / law.share(3_000))).isCloseTo(-exponent, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1, 1.5, 3})
    void noPlaceHasMoreThanTheCapAndTheFirstHasIt(double exponent) {
        PowerLaw law = PowerLaw.capped(1000, exponent, 0.003);
        assertThat(law.share(0)).isCloseTo(0.003, within(1e-8)).isLessThanOrEqualTo(0.003);
        assertThat(law.share(999)).isLessThan(law.share(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 3})
    void aCapBelowTheMeanMakesSharesEven(double exponent) {
        PowerLaw law = PowerLaw.capped(1000, exponent, 0.0005);
        assertThat(law.share(0)).isCloseTo(0.001, within(1e-12));
        assertThat(law.share(999)).isCloseTo(0.001, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, 1, 2})
    void aDrawFallsOnThePlaceThatHoldsIt(double exponent) {
        PowerLaw law = PowerLaw.capped(1000, exponent, 0.1);
        for (int place = 0; place < 1000; place++) {
            assertThat(law.draw(law.before(place) + 0.5 * law.share(place))).isEqualTo(place);
        }
        assertThat(law.draw(0)).isZero();
        assertThat(law.draw(Math.nextDown(1.0))).isEqualTo(999);
    }
}
