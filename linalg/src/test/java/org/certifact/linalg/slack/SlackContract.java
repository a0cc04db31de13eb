package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.linalg.slack.Matrices.gaussian;
import static org.certifact.linalg.slack.Matrices.minus;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.certify.AscentPolar;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;

/**
 * What a slack owes the certificate: wherever H comes from, Z = A − T(H) with σ_max(A) ≤ λ has a polar of at most λ; nothing
 * that an ascent finds may contradict it.
 */
abstract class SlackContract {
    protected static final double LAMBDA = 1.7;
    protected static final double GAMMA = 0.3;

    protected abstract Slack slack();

    /** The gauges that it is for; its rows are those of the left one. */
    protected abstract FactorNorm norm();

    /** How far S is from the set it must be in, by the set's definition. */
    protected abstract double outside(double[] s, int rows, int width);

    @Property(tries = 200)
    void noAscentFindsMoreThanLambda(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll @DoubleRange(min = -3, max = 2) double exponent,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = Matrices.spectral(rows, width, LAMBDA, random);
        double[] s = gaussian(rows * width, Math.pow(10, exponent), random);
        slack().apply(s, rows, width);

        DenseOperator z = new DenseOperator(rows, width, minus(a, s));
        double[] starts = gaussian(width * 40, 1, random);
        double found = new AscentPolar(norm(), 50).ascend(z, 0, starts, 40, 1).lower();

        assertThat(found).isLessThanOrEqualTo(LAMBDA * (1 + 1e-12));
    }

    @Property(tries = 300)
    void itsPointsLieInItsSet(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll @DoubleRange(min = -8, max = 8) double exponent,
            @ForAll long seed) {
        double[] s = gaussian(rows * width, Math.pow(10, exponent), new SplittableRandom(seed));
        double polar = slack().apply(s, rows, width);
        assertThat(outside(s, rows, width)).isLessThanOrEqualTo(0);
        // λγ/γ may be a unit of rounding more than λ
        assertThat(polar).isBetween(0.0, LAMBDA * (1 + 4e-16));
    }

    /** A multiple of S stays in the set for as long as the polar allows, which is what scaling a dual point relies on. */
    @Property(tries = 200)
    void aMultipleStaysInTheSetUpToThePolar(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @DoubleRange(min = -2, max = 2) double exponent,
            @ForAll long seed) {
        double[] s = gaussian(rows * 3, Math.pow(10, exponent), new SplittableRandom(seed));
        double polar = slack().apply(s, rows, 3);
        double most = polar == 0 ? 1e6 : LAMBDA / polar * (1 - 1e-12);
        double[] scaled = Arrays.stream(s).map(x -> most * x).toArray();
        assertThat(outside(scaled, rows, 3)).isLessThanOrEqualTo(1e-11);
    }

    /** Whole rows at once or one by one: tiles of any height give the same. */
    @Property(tries = 100)
    void everyRowIsItsOwn(@ForAll @IntRange(min = 1, max = 6) int rows, @ForAll long seed) {
        double[] all = gaussian(rows * 4, 1, new SplittableRandom(seed));
        double[] apart = all.clone();
        double polar = slack().apply(all, rows, 4);
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            double[] row = Arrays.copyOfRange(apart, 4 * i, 4 * i + 4);
            largest = Math.max(largest, slack().apply(row, 1, 4));
            System.arraycopy(row, 0, apart, 4 * i, 4);
        }
        assertThat(all).containsExactly(apart);
        assertThat(polar).isCloseTo(largest, within(1e-15));
    }

    @Test
    void nothingGivesNothing() {
        double[] h = new double[6];
        assertThat(slack().apply(h, 2, 3)).isZero();
        assertThat(h).containsExactly(new double[6], within(0.0));
    }

    /** A tile is longer than its rows where it is the last of a block; the rest is not touched. */
    @Test
    void onlyTheRowsGivenAreTouched() {
        double[] h = {1, -2, 3, -4, 5, -6};
        slack().apply(h, 1, 3);
        assertThat(Arrays.copyOfRange(h, 3, 6)).containsExactly(-4, 5, -6);
    }
}
