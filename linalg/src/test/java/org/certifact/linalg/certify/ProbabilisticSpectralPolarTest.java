package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbabilisticSpectralPolarTest extends SpectralPolarContract {

    @Override
    PolarOracle oracle() {
        return new SpectralPolar(4, 0, 1e-10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void threeStepsOnAFlatSpectrumDoNotCertify(double smallest) {
        DenseOperator g = KnownSpectrum.operator(400, 300, KnownSpectrum.spread(300, 1, smallest), 1);
        for (int seed = 0; seed < 5; seed++) {
            PolarBound bound = oracle().bound(g, new PolarRequest(0.99, 1.0001, 5, 3, seed));
            assertThat(bound.steps()).isEqualTo(3);
            assertThat(bound.upper()).isGreaterThan(1.05);
        }
    }

    @Test
    void otherSeedsGiveOtherBounds() {
        DenseOperator g = KnownSpectrum.operator(60, 50, KnownSpectrum.spread(50, 1, 0), 2);
        PolarBound one = oracle().bound(g, new PolarRequest(0.5, 0, 5, 10, 3));
        PolarBound other = oracle().bound(g, new PolarRequest(0.5, 0, 5, 10, 4));
        assertThat(one.upper()).isNotEqualTo(other.upper());
        assertThat(one.lower()).isNotEqualTo(other.lower());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDeterministicPathFindsTheSamePolar(PolarExample example) {
        PolarRequest request = example.request(0.9, 1 + 1e-6, 5);
        PolarBound one = oracle().bound(example.gradient(), request);
        PolarBound other = new SpectralPolar(4, 1000, 1e-10).bound(example.gradient(), request);
        assertThat(one.kind()).isEqualTo(BoundKind.PROBABILISTIC);
        assertThat(other.kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(one.lower()).isCloseTo(other.lower(), within(1e-6 * example.polar()));
        assertThat(one.upper()).isCloseTo(other.upper(), within(3e-6 * example.polar()));
    }

    @Test
    void theStandardOracleIsDeterministicOnSmallOperators() {
        DenseOperator g = KnownSpectrum.operator(9, 5, KnownSpectrum.spread(5, 1, 0), 6);
        PolarBound bound = SpectralPolar.standard().bound(g, new PolarRequest(0.5, 1.001, 5, 100, 7));
        assertThat(bound.kind()).isEqualTo(BoundKind.DETERMINISTIC);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-10, 1e-8, Double.NaN})
    void aFailureProbabilityThatIsNoneOrTooLargeIsRefused(double probability) {
        assertThatThrownBy(() -> new SpectralPolar(4, 0, probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("failure probability " + probability + " is not in (0, 1e-9]");
    }

    @Test
    void anOracleWithoutStartsIsRefused() {
        assertThatThrownBy(() -> new SpectralPolar(0, 0, 1e-10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("starts 0 is not at least 1");
    }
}
