package org.certifact.linalg.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What a gauge owes, each part against the definition of the others. */
abstract class GaugeContract {
    private final Gauge gauge = gauge();

    protected abstract Gauge gauge();

    @Provide
    Arbitrary<double[]> vectors() {
        return Arbitraries.doubles()
                .between(-10, 10)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void itIsPositivelyHomogeneous(
            @ForAll("vectors") double[] z, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        double[] x = inCone(z);
        double[] scaled = Arrays.stream(x).map(t -> factor * t).toArray();
        assertThat(gauge.value(scaled))
                .isCloseTo(factor * gauge.value(x), within(1e-12 * factor * (1 + gauge.value(x))));
        assertThat(gauge.polar(scaled))
                .isCloseTo(factor * gauge.polar(x), within(1e-12 * factor * (1 + gauge.value(x))));
    }

    @Property
    void itIsTheValueOfItsNorms(@ForAll("vectors") double[] z) {
        double[] x = inCone(z);
        double l2 = Math.sqrt(dot(x, x));
        double l1 = Arrays.stream(x).map(Math::abs).sum();
        assertThat(gauge.value(x)).isCloseTo(l2 + gauge.sparsity() * l1, within(1e-12 * (1 + l1)));
        assertThat(gauge.ofNorms(l2, l1)).isCloseTo(l2 + gauge.sparsity() * l1, within(1e-12 * (1 + l1)));
    }

    @Property
    void noPointOfItsBallPassesThePolar(
            @ForAll("vectors") double[] a, @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double near) {
        double polar = gauge.polar(a);
        double[] support = a.clone();
        gauge.support(support);
        double[] x = inCone(mixed(support, random(a.length, seed), near));
        double value = gauge.value(x);
        if (value > 0) {
            assertThat(dot(a, x) / value).isLessThanOrEqualTo(polar + 1e-10 * (1 + polar));
        }
    }

    @Property
    void theSupportPointAttainsThePolar(@ForAll("vectors") double[] a) {
        double[] x = a.clone();
        double polar = gauge.support(x);
        assertThat(polar).isEqualTo(gauge.polar(a));
        if (polar > 1e-9) {
            assertThat(gauge.value(x)).isCloseTo(1, within(1e-12));
            assertThat(dot(a, x)).isCloseTo(polar, within(1e-9 * (1 + polar)));
        }
    }

    @Property
    void theProxIsNotBeatenNearby(
            @ForAll("vectors") double[] z,
            @ForAll @DoubleRange(min = 0, max = 12) double t,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -6, max = 0.5) double exponent) {
        double[] x = z.clone();
        double value = gauge.prox(x, t);
        assertThat(value).isCloseTo(gauge.value(x), within(1e-12 * (1 + value)));
        double reached = proximal(x, z, t);
        double[] other = random(z.length, seed);
        for (int i = 0; i < z.length; i++) {
            other[i] = x[i] + Math.pow(10, exponent) * other[i];
        }
        assertThat(proximal(inCone(other), z, t)).isGreaterThanOrEqualTo(reached - 1e-11 * (1 + reached));
        assertThat(proximal(new double[z.length], z, t)).isGreaterThanOrEqualTo(reached - 1e-11 * (1 + reached));
    }

    /** Moreau: what the prox takes away is in t times the polar's ball. */
    @Property
    void theProxIsZeroExactlyUpToThePolar(
            @ForAll("vectors") double[] z, @ForAll @DoubleRange(min = 0.01, max = 2) double share) {
        double polar = gauge.polar(z);
        double[] x = z.clone();
        double value = gauge.prox(x, share * polar);
        if (share > 1 + 1e-9) {
            assertThat(x).containsOnly(0);
        } else if (share < 1 - 1e-9 && polar > 1e-9) {
            assertThat(value).isPositive();
        }
    }

    @Property
    void aProxThatWeighsNothingOnlyProjects(@ForAll("vectors") double[] z) {
        double[] x = z.clone();
        gauge.prox(x, 0);
        assertThat(x).containsExactly(inCone(z), within(1e-14));
    }

    @Test
    void ofZeroEverythingIsZero() {
        double[] zero = new double[3];
        assertThat(gauge.value(zero)).isZero();
        assertThat(gauge.polar(zero)).isZero();
        assertThat(gauge.support(zero)).isZero();
        assertThat(gauge.prox(zero, 2)).isZero();
        assertThat(zero).containsOnly(0);
    }

    @Test
    void outsideTheConeItIsInfinite() {
        double[] x = {1, -1e-300, 2};
        if (gauge.nonnegative()) {
            assertThat(gauge.value(x)).isInfinite();
        } else {
            assertThat(gauge.value(x)).isFinite();
        }
    }

    @Test
    void whatPointsAwayFromTheConeHasNoPolar() {
        double[] a = {-1, -2, -0.5};
        if (gauge.nonnegative()) {
            assertThat(gauge.polar(a)).isZero();
            double[] x = a.clone();
            assertThat(gauge.support(x)).isZero();
            assertThat(x).containsOnly(0);
            assertThat(gauge.prox(a, 0.1)).isZero();
            assertThat(a).containsOnly(0);
        } else {
            assertThat(gauge.polar(a)).isEqualTo(gauge.polar(new double[] {1, 2, 0.5}));
        }
    }

    private double proximal(double[] x, double[] z, double t) {
        double sum = t * gauge.value(x);
        for (int i = 0; i < x.length; i++) {
            sum += 0.5 * (x[i] - z[i]) * (x[i] - z[i]);
        }
        return sum;
    }

    private double[] inCone(double[] z) {
        return Arrays.stream(z)
                .map(t -> gauge.nonnegative() ? Math.max(0, t) : t)
                .toArray();
    }

    private static double[] mixed(double[] a, double[] b, double share) {
        double[] out = new double[a.length];
        Arrays.setAll(out, i -> share * a[i] + (1 - share) * b[i]);
        return out;
    }

    private static double[] random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] out = new double[size];
        Arrays.setAll(out, i -> random.nextGaussian());
        return out;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
