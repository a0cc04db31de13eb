package org.certifact.linalg.quartic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upper bounds beside what local ascent attains. */
class QuarticBoundTest {
    private static final double LONG = 1e6;
    private static final double SHORT = 1e-9;

    /** Signals n × m whose coordinates fall off, in the order of their axes. */
    private record Problem(double[] z, int n, int m, double gamma) {

        static Problem random(int n, int m, double gamma, double fall, long seed) {
            double[] z = KnownSpectrum.gaussian(n * m, seed);
            for (int k = 0; k < z.length; k++) {
                z[k] *= Math.pow(fall, k % m);
            }
            return new Problem(z, n, m, gamma);
        }

        double upper(double lambda, double seconds) {
            return upper(lambda, seconds, new double[0], new double[0]);
        }

        double upper(double lambda, double seconds, double[] atoms, double[] weights) {
            double[] squares = new double[m];
            for (int k = 0; k < z.length; k++) {
                squares[k % m] += z[k] * z[k];
            }
            return new QuarticBound(new LocalSignals(z, n, m), squares, lambda, gamma).upper(atoms, weights, seconds);
        }

        AscentPolar.Found attained() {
            int starts = 40;
            FactorNorm norm = new FactorNorm(new SparseGauge(gamma, false), SparseGauge.l2());
            return new AscentPolar(norm, 500)
                    .ascend(new DenseOperator(n, m, z), 0, KnownSpectrum.gaussian(m * starts, 9), starts, 8);
        }
    }

    @Property(tries = 60)
    void noDirectionExceedsTheBound(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @Scale(12) @DoubleRange(min = 1e-3, max = 1.5) double gamma,
            @ForAll @Scale(12) @DoubleRange(min = 0.3, max = 1) double fall,
            @ForAll @Scale(12) @DoubleRange(min = 0.2, max = 5) double off,
            @ForAll long seed) {
        Problem problem = Problem.random(n, m, gamma, fall, seed);
        double attained = problem.attained().lower();
        double lambda = off * attained;
        double quadratic = problem.upper(lambda, SHORT);
        double upper = problem.upper(lambda, LONG);
        assertThat(upper).isGreaterThanOrEqualTo(attained * (1 - 1e-12)).isLessThanOrEqualTo(quadratic);
    }

    @ParameterizedTest
    @CsvSource({"40, 2, 0.3", "300, 5, 0.1", "200, 20, 0.1"})
    void fourthPowersCloseMostOfWhatQuadraticFormsLeaveOpen(int n, int m, double gamma) {
        Problem problem = Problem.random(n, m, gamma, 0.9, 1);
        double attained = problem.attained().lower();
        double quadratic = problem.upper(attained, SHORT);
        double upper = problem.upper(attained, LONG);
        assertThat(upper - attained).isPositive().isLessThan(0.5 * (quadratic - attained));
    }

    @Test
    void inThePlaneNoAngleExceedsTheBound() {
        Problem problem = Problem.random(50, 2, 0.3, 0.8, 2);
        double largest = 0;
        for (int k = 0; k < 20_000; k++) {
            double angle = Math.PI * k / 20_000;
            double[] t = new double[50];
            for (int j = 0; j < 50; j++) {
                t[j] = problem.z()[2 * j] * Math.cos(angle) + problem.z()[2 * j + 1] * Math.sin(angle);
            }
            largest = Math.max(largest, new SparseGauge(0.3, false).polar(t));
        }
        assertThat(problem.upper(largest, LONG)).isBetween(largest, 1.1 * largest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1, 1e8})
    void theBoundScalesWithTheSignals(double scale) {
        Problem one = Problem.random(60, 4, 0.2, 0.9, 3);
        Problem scaled = new Problem(Arrays.stream(one.z()).map(t -> scale * t).toArray(), 60, 4, 0.2);
        double expected = scale * one.upper(5, LONG);
        assertThat(scaled.upper(5 * scale, LONG)).isBetween(expected * (1 - 1e-3), expected * (1 + 1e-3));
    }

    @Test
    void atomsHelpOrDoNoHarm() {
        Problem problem = Problem.random(300, 12, 0.1, 0.9, 4);
        AscentPolar.Found found = problem.attained();
        double[] weights = new double[found.atoms().count()];
        Arrays.fill(weights, 2);
        weights[0] = 0;
        double with = problem.upper(found.lower(), LONG, found.atoms().right(), weights);
        assertThat(with).isBetween(found.lower(), 1.02 * problem.upper(found.lower(), LONG));
        // directions that say nothing
        double[] zero = new double[12];
        assertThat(problem.upper(found.lower(), LONG, zero, new double[] {1})).isGreaterThan(found.lower());
    }

    @Test
    void oneSignalAloneIsBoundedExactly() {
        // v = ‖z‖ over 1 + γ
        Problem problem = new Problem(new double[] {3, 4}, 1, 2, 0.25);
        assertThat(problem.upper(4, LONG)).isBetween(4.0, 4.01);
    }

    @Test
    void aSignalThatIsZeroChangesNothing() {
        Problem problem = new Problem(new double[] {0, 0, 1, 0}, 2, 2, 0.25);
        assertThat(problem.upper(0.8, LONG)).isBetween(0.8, 0.802);
    }
}
