package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every oracle owes its callers: bounds that hold, atoms that are what they say, the same answer to the same question. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PolarOracleContract {

    abstract PolarOracle oracle();

    /** Operators with their polars under this oracle's gauges. */
    abstract Stream<PolarExample> examples();

    /** ‖u‖_u. */
    abstract double leftGauge(double[] u);

    /** ‖v‖_v. */
    abstract double rightGauge(double[] v);

    @ParameterizedTest
    @MethodSource("examples")
    void thePolarLiesBetweenTheBoundsForEverySeedAndAnyNumberOfSteps(PolarExample example) {
        for (int seed = 0; seed < 10; seed++) {
            for (int steps : new int[] {1, 2, 5, 100}) {
                PolarRequest request = new PolarRequest(0.5 * example.polar(), 0.9 * example.polar(), 5, steps, seed);
                PolarBound bound = oracle().bound(example.gradient(), request);
                assertThat(bound.lower()).isNotNegative().isLessThanOrEqualTo(example.polar() * (1 + 1e-12));
                assertThat(bound.upper()).isGreaterThanOrEqualTo(example.polar() * (1 - 1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void atomsHaveUnitGaugesAndTheValuesTheyClaimBestFirst(PolarExample example) {
        PolarRequest request = example.request(0.4, 0, 1);
        PolarBound bound = oracle().bound(example.gradient(), request);
        Atoms atoms = bound.atoms();

        assertThat(atoms.count()).isBetween(1, request.mostAtoms());
        assertThat(bound.lower()).isGreaterThanOrEqualTo(atoms.values()[0]);
        for (int k = 0; k < atoms.count(); k++) {
            assertThat(atoms.values()[k]).isGreaterThan(request.lambda());
            assertThat(atoms.values()[k]).isLessThanOrEqualTo(atoms.values()[Math.max(0, k - 1)]);
            assertThat(example.value(atoms, k)).isCloseTo(atoms.values()[k], within(1e-11 * example.polar()));
            assertThat(leftGauge(PolarExample.column(atoms.left(), atoms.count(), k)))
                    .isCloseTo(1, within(1e-11));
            assertThat(rightGauge(PolarExample.column(atoms.right(), atoms.count(), k)))
                    .isCloseTo(1, within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noMoreAtomsComeThanAreAskedFor(PolarExample example) {
        for (int most = 0; most <= 2; most++) {
            PolarRequest request = new PolarRequest(0.1 * example.polar(), 0, most, 100, 2);
            assertThat(oracle().bound(example.gradient(), request).atoms().count())
                    .isBetween(Math.min(1, most), most);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noAtomComesWhereLambdaExceedsThePolar(PolarExample example) {
        Atoms atoms = oracle().bound(example.gradient(), example.request(1.001, 1.002, 3))
                .atoms();
        assertThat(atoms.count()).isZero();
        assertThat(atoms.left()).isEmpty();
        assertThat(atoms.right()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theKindSaysWhetherTheBoundMayFail(PolarExample example) {
        PolarBound bound = oracle().bound(example.gradient(), example.request(0.9, 1.1, 4));
        assertThat(bound.failureProbability()).isBetween(0.0, 1e-9);
        assertThat(bound.kind() == BoundKind.DETERMINISTIC).isEqualTo(bound.failureProbability() == 0);
        assertThat(bound.steps()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSameRequestGetsTheSameAnswer(PolarExample example) {
        PolarRequest request = example.request(0.4, 0.9, 5);
        assertThat(oracle().bound(example.gradient(), request))
                .usingRecursiveComparison()
                .isEqualTo(oracle().bound(example.gradient(), request));
    }

    @Test
    void theZeroOperatorHasNoAtomsAndNoBoundAboveTheTarget() {
        for (double target : new double[] {0, 1}) {
            PolarBound bound =
                    oracle().bound(new DenseOperator(5, 4, new double[20]), new PolarRequest(1, target, 5, 20, 6));
            assertThat(bound.lower()).isZero();
            assertThat(bound.upper()).isBetween(0.0, target);
            assertThat(bound.atoms().count()).isZero();
        }
    }

    @Test
    void anOperatorThatIsNoNumberIsNotBounded() {
        for (int place = 0; place < 6; place++) {
            double[] g = {1, 2, 3, 4, 5, 6};
            g[place] = Double.NaN;
            assertThatThrownBy(() -> oracle().bound(new DenseOperator(2, 3, g), new PolarRequest(1, 100, 5, 20, 7)))
                    .isInstanceOf(ArithmeticException.class);
        }
    }
}
