package org.certifact.linalg.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.certifact.linalg.KnownSpectrum;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.Gauge;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.linalg.operator.DenseOperator;
import org.junit.jupiter.api.Test;

class AscentPolarTest {
    private static final FactorNorm L2 = new FactorNorm(SparseGauge.l2(), SparseGauge.l2());
    private static final FactorNorm NMF = FactorNorm.nonnegative();
    private static final FactorNorm SPARSE = new FactorNorm(SparseGauge.l2(), new SparseGauge(0.25, false));
    private static final DenseOperator DIAGONAL = new DenseOperator(3, 3, new double[] {3, 0, 0, 0, -5, 0, 0, 0, 2});

    @Property(tries = 50)
    void withL2GaugesItIsTheLargestSingularValue(
            @ForAll @DoubleRange(min = 0.1, max = 100) double largest, @ForAll long seed) {
        DenseOperator g = KnownSpectrum.operator(7, 5, new double[] {largest, 0.5 * largest, 0.1 * largest}, seed);
        AscentPolar.Found found = ascend(L2, g, 0.9 * largest, 20, seed);
        assertThat(found.lower()).isCloseTo(largest, within(1e-6 * largest));
        assertThat(found.atoms().values()[0]).isEqualTo(found.lower());
    }

    /** Every coordinate is a local maximum of the non-negative problem, so that every one with a positive entry is found. */
    @Test
    void ofADiagonalTheConeKeepsThePositiveEntries() {
        double[] unit = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        AscentPolar.Found found = new AscentPolar(NMF, 50).ascend(DIAGONAL, 1, unit, 3, 9);
        assertThat(found.lower()).isEqualTo(3);
        assertThat(found.atoms().values()).containsExactly(3, 2);
        assertThat(found.atoms().left()).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(found.atoms().right()).containsExactly(1, 0, 0, 0, 0, 1);
    }

    @Test
    void withoutAConeASignIsNoMatter() {
        assertThat(ascend(L2, DIAGONAL, 4, 10, 1).lower()).isCloseTo(5, within(1e-5));
        assertThat(ascend(SPARSE, DIAGONAL, 3, 10, 1).lower()).isCloseTo(5 / 1.25, within(1e-5));
    }

    @Test
    void whatHasNoPositiveEntryHasNoAtomInTheCone() {
        AscentPolar.Found found = ascend(NMF, new DenseOperator(2, 2, new double[] {-1, -2, 0, -1}), 0, 8, 1);
        assertThat(found.lower()).isZero();
        assertThat(found.atoms().count()).isZero();
    }

    @Property(tries = 60)
    void anAtomHasUnitGaugesAndItsValue(@ForAll long seed) {
        DenseOperator g = new DenseOperator(5, 4, KnownSpectrum.gaussian(20, seed));
        for (FactorNorm norm : new FactorNorm[] {L2, NMF, SPARSE, SPARSE.transposed()}) {
            AscentPolar.Found found = ascend(norm, g, 0.3, 12, seed);
            Atoms atoms = found.atoms();
            assertThat(atoms.count()).isPositive();
            // an earlier step may have reached the same value with another rounding
            assertThat(found.lower())
                    .isGreaterThanOrEqualTo(atoms.values()[0])
                    .isCloseTo(atoms.values()[0], within(1e-12));
            for (int k = 0; k < atoms.count(); k++) {
                double[] u = column(atoms.left(), atoms.count(), k);
                double[] v = column(atoms.right(), atoms.count(), k);
                assertThat(norm.left().value(u)).isCloseTo(1, within(1e-12));
                assertThat(norm.right().value(v)).isCloseTo(1, within(1e-12));
                assertThat(dot(u, g.apply(v, 1))).isCloseTo(atoms.values()[k], within(1e-12));
                assertThat(atoms.values()[k]).isGreaterThan(0.3);
                assertThat(atoms.values()[k]).isLessThanOrEqualTo(atoms.values()[Math.max(0, k - 1)]);
            }
        }
    }

    @Property(tries = 60)
    void noTwoAtomsAreAlike(@ForAll long seed) {
        DenseOperator g = new DenseOperator(4, 4, KnownSpectrum.gaussian(16, seed));
        for (FactorNorm norm : new FactorNorm[] {NMF, SPARSE}) {
            Atoms atoms = ascend(norm, g, 0, 30, seed).atoms();
            for (int a = 0; a < atoms.count(); a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(cosine(atoms.left(), atoms.count(), a, b) * cosine(atoms.right(), atoms.count(), a, b))
                            .isLessThanOrEqualTo(0.95);
                }
            }
        }
    }

    /** The polar of a 2 × 2 matrix by a fine grid over the angle of v, the best u for each. */
    @Property(tries = 60)
    void itIsTheMaximumAndNotMore(@ForAll long seed) {
        double[] cells = KnownSpectrum.gaussian(4, seed);
        DenseOperator g = new DenseOperator(2, 2, cells);
        for (FactorNorm norm : new FactorNorm[] {L2, NMF, SPARSE, SPARSE.transposed()}) {
            double most = grid(norm, g);
            assertThat(ascend(norm, g, 0, 30, seed).lower()).isBetween(most * (1 - 2e-4) - 1e-12, most + 2e-5);
        }
    }

    @Test
    void itReturnsNoMoreAtomsThanAsked() {
        double[] unit = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        assertThat(new AscentPolar(NMF, 50)
                        .ascend(DIAGONAL, 1, unit, 3, 1)
                        .atoms()
                        .values())
                .containsExactly(3);
        assertThat(new AscentPolar(NMF, 50)
                        .ascend(DIAGONAL, 1, unit, 3, 0)
                        .atoms()
                        .count())
                .isZero();
    }

    @Test
    void withoutStartsItFindsNothing() {
        AscentPolar.Found found = new AscentPolar(L2, 50).ascend(DIAGONAL, 1, new double[0], 0, 5);
        assertThat(found.lower()).isZero();
        assertThat(found.atoms().count()).isZero();
    }

    private static AscentPolar.Found ascend(FactorNorm norm, DenseOperator g, double lambda, int starts, long seed) {
        double[] begin = KnownSpectrum.gaussian(g.columns() * starts, seed + 1);
        return new AscentPolar(norm, 400).ascend(g, lambda, begin, starts, starts);
    }

    private static double grid(FactorNorm norm, DenseOperator g) {
        double most = 0;
        int steps = 4000;
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double[] v = {clean(Math.cos(angle)), clean(Math.sin(angle))};
            Gauge right = norm.right();
            double size = right.value(v);
            if (Double.isFinite(size)) {
                most = Math.max(most, norm.left().polar(g.apply(v, 1)) / size);
            }
        }
        return most;
    }

    private static double clean(double x) {
        return Math.abs(x) < 1e-12 ? 0 : x;
    }

    private static double[] column(double[] x, int count, int k) {
        double[] out = new double[x.length / count];
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i * count + k];
        }
        return out;
    }

    private static double cosine(double[] x, int count, int a, int b) {
        double[] left = column(x, count, a);
        double[] right = column(x, count, b);
        return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
