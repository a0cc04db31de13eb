package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;

import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.operator.DenseOperator;
import org.certifact.linalg.operator.LinearOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterministicSpectralPolarTest extends SpectralPolarContract {

    @Override
    PolarOracle oracle() {
        return new SpectralPolar(4, 1000, 1e-10);
    }

    @Test
    void theProofIsAFactorizationEvenWhereTheChainsHadThreeSteps() {
        DenseOperator g = KnownSpectrum.operator(120, 100, KnownSpectrum.spread(100, 1, 0.9), 1);
        PolarBound proved = oracle().bound(g, new PolarRequest(0.5, 1.0001, 5, 3, 2));
        assertThat(proved.kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(proved.upper()).isBetween(1.0, 1.0001);

        PolarBound refuted = oracle().bound(g, new PolarRequest(0.5, 0.9999, 5, 3, 2));
        assertThat(refuted.upper()).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300})
    void aGradientOfNothingIsProvedToBeBelowAnyTarget(int columns) {
        DenseOperator nothing = new DenseOperator(4, columns, new double[4 * columns]);
        PolarBound bound = oracle().bound(nothing, new PolarRequest(0.5, 0.7, 5, 100, 1));
        assertThat(bound.kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(bound.upper()).isLessThanOrEqualTo(0.7);
        assertThat(bound.lower()).isZero();

        PolarBound ofZeros = oracle().bound(nothing, new PolarRequest(0.5, Double.POSITIVE_INFINITY, 5, 100, 1));
        assertThat(ofZeros.upper()).isLessThanOrEqualTo(1e-12);
        assertThat(ofZeros.lower()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void atomsAreLookedForOnlyWhereTheTargetIsNotProved(int columns) {
        DenseOperator g = KnownSpectrum.operator(columns + 20, columns, KnownSpectrum.spread(columns, 0.5, 1), 1);

        PolarBound closing = oracle().bound(g, new PolarRequest(0.95, 1.01, 5, 400, 2));
        assertThat(closing.atoms().count()).isZero();
        assertThat(closing.lower()).isBetween(0.999, 1 + 1e-12);
        assertThat(closing.upper()).isBetween(1 - 1e-12, 1.01);

        PolarBound open = oracle().bound(g, new PolarRequest(0.95, 0.97, 5, 400, 2));
        assertThat(open.atoms().count()).isEqualTo(5);
        assertThat(open.upper()).isGreaterThan(1 - 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void aTargetThatIsProvedIsGivenToTheLastBit(int columns) {
        DenseOperator g = KnownSpectrum.operator(columns + 20, columns, KnownSpectrum.spread(columns, 1, 0.9), 1);
        for (double target : new double[] {1.00037, 1.00091, 1.0023}) {
            assertThat(oracle().bound(g, new PolarRequest(0.99, target, 5, 400, 2))
                            .upper())
                    .isLessThanOrEqualTo(target);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void whatNoChainTellsApartTheFactorizationDecides(int mostAtoms) {
        DenseOperator g = KnownSpectrum.operator(320, 300, KnownSpectrum.spread(300, 1, 0.999), 7);
        PolarBound proved = oracle().bound(g, new PolarRequest(0.9999, 1.00001, mostAtoms, 500, 8));
        assertThat(proved.kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(proved.upper()).isBetween(1 - 1e-12, 1.00001);
        assertThat(proved.lower()).isLessThanOrEqualTo(1 + 1e-12);

        PolarBound refuted = oracle().bound(g, new PolarRequest(0.9999, 1 - 1e-6, mostAtoms, 500, 9));
        assertThat(refuted.upper()).isGreaterThanOrEqualTo(1 - 1e-12);
    }

    @Test
    void theRoundingOfTheGramMatrixIsKeptFree() {
        // rounding is measured by the norm: with a norm of √10¹⁵ the Gram matrix may be off by 58 · 10¹⁵ units
        DenseOperator g = KnownSpectrum.operator(50, 30, KnownSpectrum.spread(30, 1, 0), 5);
        LinearOperator coarse = new Coarse(g, 1e15);
        double error = 58 * 0x1p-53 * 1e15;
        for (double target : new double[] {0, 1.1, 10}) {
            PolarBound bound = oracle().bound(coarse, new PolarRequest(0.5, target, 5, 100, 6));
            assertThat(bound.upper() * bound.upper()).isGreaterThanOrEqualTo((1 + error) * (1 - 1e-12));
        }
    }

    private record Coarse(DenseOperator exact, double squaredNorm) implements LinearOperator {
        @Override
        public int rows() {
            return exact.rows();
        }

        @Override
        public int columns() {
            return exact.columns();
        }

        @Override
        public double[] apply(double[] x, int count) {
            return exact.apply(x, count);
        }

        @Override
        public double[] applyTranspose(double[] y, int count) {
            return exact.applyTranspose(y, count);
        }
    }

    @Test
    void anyBoundIsDeterministicUpToTheLimitOfColumns() {
        SpectralPolar oracle = new SpectralPolar(2, 30, 1e-10);
        PolarRequest request = new PolarRequest(0.5, 1.1, 5, 100, 3);
        DenseOperator at = KnownSpectrum.operator(50, 30, KnownSpectrum.spread(30, 1, 0), 4);
        DenseOperator above = KnownSpectrum.operator(50, 31, KnownSpectrum.spread(31, 1, 0), 4);
        assertThat(oracle.bound(at, request).kind()).isEqualTo(BoundKind.DETERMINISTIC);
        assertThat(oracle.bound(at, request).failureProbability()).isZero();
        assertThat(oracle.bound(above, request).kind()).isEqualTo(BoundKind.PROBABILISTIC);
        assertThat(oracle.bound(above, request).failureProbability()).isEqualTo(1e-10);
    }
}
