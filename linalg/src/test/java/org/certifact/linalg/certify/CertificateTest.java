package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final PolarBound POLAR = new PolarBound(1, 2, BoundKind.DETERMINISTIC, 0, Atoms.none(), 3);

    @Test
    void theGapIsPrimalMinusDual() {
        Certificate certificate = certificate(10, 8);
        assertThat(certificate.gap()).isEqualTo(2);
        assertThat(certificate.relativeGap()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void aDualAboveThePrimalByRoundingLeavesNoGap() {
        assertThat(certificate(10, 10 + 1e-12).gap()).isZero();
        assertThat(certificate(10, 10 + 1e-12).relativeGap()).isZero();
    }

    @Test
    void aPrimalOfZeroIsOptimalForADualOfZeroOnly() {
        assertThat(certificate(0, 0).relativeGap()).isZero();
        assertThat(certificate(0, -1).relativeGap()).isInfinite();
    }

    @Test
    void aNegativePrimalDoesNotMakeTheGapNegative() {
        assertThat(certificate(-10, -12).relativeGap()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void valuesThatAreNoNumbersPassNoTolerance() {
        double[][] bad = {
            {Double.NaN, 1},
            {1, Double.NaN},
            {Double.POSITIVE_INFINITY, 1},
            {1, Double.NEGATIVE_INFINITY},
            {0, Double.NaN}
        };
        for (double[] values : bad) {
            assertThat(certificate(values[0], values[1]).relativeGap() <= 0.5)
                    .as("primal %s, dual %s", values[0], values[1])
                    .isFalse();
        }
    }

    private static Certificate certificate(double primal, double dual) {
        return new Certificate(primal, dual, POLAR, 4);
    }
}
