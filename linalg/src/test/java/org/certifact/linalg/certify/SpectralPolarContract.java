package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.dense.SymmetricEigen;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What more the largest singular value owes: it can be computed, so both bounds close, and atoms are singular vectors. */
abstract class SpectralPolarContract extends PolarOracleContract {

    @Override
    Stream<PolarExample> examples() {
        return Stream.of(
                new PolarExample("one number", new DenseOperator(1, 1, new double[] {-2.5}), 2.5),
                known("one row", 1, 7, 3),
                known("one column", 7, 1, 3),
                known("two columns", 9, 2, 3, 2.9),
                known("tall", 60, 8, KnownSpectrum.spread(8, 2, 1)),
                known("wide", 8, 60, KnownSpectrum.spread(8, 2, 1)),
                known("square", 50, 50, KnownSpectrum.spread(50, 1e-3, 0)),
                known("rank one", 30, 20, 1e6),
                known("all equal", 20, 20, KnownSpectrum.spread(20, 0.3, 0.3)),
                known("five at the top", 40, 30, KnownSpectrum.cluster(7, 5, KnownSpectrum.spread(25, 5, 0))));
    }

    @Override
    double leftGauge(double[] u) {
        return Math.sqrt(PolarExample.dot(u, u));
    }

    @Override
    double rightGauge(double[] v) {
        return leftGauge(v);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aTargetAboveThePolarIsReachedInEnoughSteps(PolarExample example) {
        PolarBound bound = oracle().bound(example.gradient(), example.request(0.999, 1 / (1 - 1e-6), 8));
        assertThat(bound.upper()).isLessThanOrEqualTo(example.polar() / (1 - 1e-6));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theLowerBoundIsThePolarInEnoughSteps(PolarExample example) {
        PolarBound bound = oracle().bound(example.gradient(), example.request(0.999, 1 / (1 - 1e-6), 9));
        assertThat(bound.lower()).isCloseTo(example.polar(), within(1e-5 * example.polar()));
    }

    @Test
    void atomsAreSingularVectorsInEnoughSteps() {
        PolarExample example = new PolarExample(
                "three large",
                KnownSpectrum.operator(60, 40, KnownSpectrum.cluster(3, 1, new double[] {2.5, 2, 1, 0.9, 0.5}), 10),
                3);
        // many atoms asked for mean many steps
        Atoms atoms = oracle().bound(example.gradient(), new PolarRequest(1.5, 0, 40, 100, 11))
                .atoms();

        assertThat(atoms.values()).containsExactly(new double[] {3, 2.5, 2}, within(1e-9));
        for (int a = 0; a < 3; a++) {
            double[] u = PolarExample.column(atoms.left(), 3, a);
            double[] v = PolarExample.column(atoms.right(), 3, a);
            assertThat(distance(example.gradient().apply(v, 1), atoms.values()[a], u))
                    .isLessThan(1e-6);
            assertThat(distance(example.gradient().applyTranspose(u, 1), atoms.values()[a], v))
                    .isLessThan(1e-6);
        }
    }

    @Test
    void theBestAtomsComeFirstWhereFewAreAskedForAndEveryChainFoundThem() {
        DenseOperator g = KnownSpectrum.operator(60, 40, new double[] {3, 2.5, 2, 1, 0.9, 0.5}, 18);
        for (int most = 1; most <= 3; most++) {
            Atoms atoms =
                    oracle().bound(g, new PolarRequest(1.5, 0, most, 100, 19)).atoms();
            assertThat(atoms.values()).containsExactly(Arrays.copyOf(new double[] {3, 2.5, 2}, most), within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void atomsAreMutuallyOrthogonal(PolarExample example) {
        Atoms atoms =
                oracle().bound(example.gradient(), example.request(0.4, 0, 12)).atoms();
        for (int a = 0; a < atoms.count(); a++) {
            for (int b = 0; b < a; b++) {
                for (double[] side : new double[][] {atoms.left(), atoms.right()}) {
                    double cosine = PolarExample.dot(
                            PolarExample.column(side, atoms.count(), a), PolarExample.column(side, atoms.count(), b));
                    assertThat(cosine).isCloseTo(0, within(1e-10));
                }
            }
        }
    }

    @Test
    void severalDirectionsOfARepeatedSingularValueAreFoundAtOnce() {
        DenseOperator g =
                KnownSpectrum.operator(50, 40, KnownSpectrum.cluster(2, 6, KnownSpectrum.spread(34, 1, 0)), 13);
        Atoms atoms = oracle().bound(g, new PolarRequest(1.5, 0, 30, 100, 14)).atoms();
        assertThat(atoms.count()).isGreaterThanOrEqualTo(3);
        for (double value : atoms.values()) {
            assertThat(value).isCloseTo(2, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40})
    void atAnOptimumLambdaRepeatedManyTimesDoesNotStallTheBound(int multiplicity) {
        double lambda = 12.5;
        double[] values = KnownSpectrum.cluster(lambda, multiplicity, KnownSpectrum.spread(160, 0.7 * lambda, 0));
        DenseOperator g = KnownSpectrum.operator(250, 220, values, 15);
        PolarBound bound = oracle().bound(g, new PolarRequest(lambda * (1 + 1e-9), lambda * (1 + 1e-5), 10, 40, 16));
        assertThat(bound.upper()).isBetween(lambda * (1 - 1e-12), lambda * (1 + 1e-5));
        assertThat(bound.steps()).isLessThan(40);
        assertThat(bound.atoms().count()).isZero();
    }

    @Property(tries = 60)
    void theBoundsHoldForGaussianMatricesOfAnyShape(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @IntRange(min = 10, max = 120) int lambdaPercent,
            @ForAll long seed) {
        DenseOperator g = new DenseOperator(rows, columns, KnownSpectrum.gaussian(rows * columns, seed));
        double polar = Math.sqrt(SymmetricEigen.of(g.gramMatrix(), columns).largest());
        double lambda = lambdaPercent / 100.0 * polar;

        PolarBound bound = oracle().bound(g, new PolarRequest(lambda, 1.01 * lambda, 5, steps, seed));

        assertThat(bound.lower()).isLessThanOrEqualTo(polar * (1 + 1e-12));
        assertThat(bound.upper()).isGreaterThanOrEqualTo(polar * (1 - 1e-12));
        for (double value : bound.atoms().values()) {
            assertThat(value).isGreaterThan(lambda).isLessThanOrEqualTo(bound.lower());
        }
        assertThat(bound.atoms().count() > 0).isEqualTo(bound.lower() > lambda);
    }

    @Test
    void whereLambdaIsThePolarToRoundingAtomsAndLowerBoundAgree() {
        for (int seed = 0; seed < 2000; seed++) {
            int n = 1 + seed % 6;
            DenseOperator g = new DenseOperator(n, n, KnownSpectrum.gaussian(n * n, seed));
            double lambda = Math.sqrt(SymmetricEigen.of(g.gramMatrix(), n).largest());
            PolarBound bound = oracle().bound(g, new PolarRequest(lambda, 1.01 * lambda, 5, 60, seed));
            for (double value : bound.atoms().values()) {
                assertThat(value).isGreaterThan(lambda).isLessThanOrEqualTo(bound.lower());
            }
            assertThat(bound.atoms().count() > 0).isEqualTo(bound.lower() > lambda);
        }
    }

    @Test
    void operatorsWithoutRowsOrColumnsHavePolarZero() {
        for (DenseOperator g :
                new DenseOperator[] {new DenseOperator(0, 4, new double[0]), new DenseOperator(4, 0, new double[0])}) {
            PolarBound bound = oracle().bound(g, new PolarRequest(1, 0, 5, 10, 17));
            assertThat(bound.lower()).isZero();
            assertThat(bound.upper()).isZero();
        }
    }

    private static PolarExample known(String name, int rows, int columns, double... singularValues) {
        return new PolarExample(
                name, KnownSpectrum.operator(rows, columns, singularValues, name.hashCode()), singularValues[0]);
    }

    /** ‖x − factor y‖. */
    private static double distance(double[] x, double factor, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - factor * y[i]) * (x[i] - factor * y[i]);
        }
        return Math.sqrt(sum);
    }
}
