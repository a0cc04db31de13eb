package org.certifact.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.certifact.matrix.PlainMatrix.flat;
import static org.certifact.matrix.PlainMatrix.gaussian;
import static org.certifact.matrix.PlainMatrix.outer;
import static org.certifact.matrix.PlainMatrix.times;
import static org.certifact.matrix.PlainMatrix.transposed;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.certifact.matrix.DenseData;
import org.certifact.matrix.PlainMatrix;

/** One half of a sweep on plain arrays: it never raises the objective, and stays where nothing is left to gain. */
class CoordinateStepTest {
    private static final int ROWS = 6;
    private static final int COLUMNS = 5;

    @Property(tries = 200)
    void theObjectiveNeverRises(
            @ForAll @IntRange(min = 1, max = 4) int rank,
            @ForAll @DoubleRange(min = 0, max = 1) double gamma,
            @ForAll boolean nonnegative,
            @ForAll boolean weighted,
            @ForAll @DoubleRange(min = 0, max = 3) double lambda,
            @ForAll long seed) {
        FactorNorm norm = new FactorNorm(new SparseGauge(gamma, nonnegative), SparseGauge.l2());
        DenseData full = DenseData.full(gaussian(ROWS, COLUMNS, seed));
        DenseData data = weighted ? full.seen(0.6, seed).weighted(2, seed) : full;
        double[][] u = inCone(gaussian(ROWS, rank, seed + 1), nonnegative);
        double[][] v = gaussian(COLUMNS, rank, seed + 2);
        CoordinateStep step = step(u, v, norm, lambda, weighted ? 2 : 1);
        double[] gradient = flat(times(data.gradient(outer(u, v)), v));

        double[] reached = step.apply(flat(u), gradient);

        double[][] after = PlainMatrix.rows(reached, ROWS, rank);
        double before = GaugedCase.objective(data, u, v, norm, lambda);
        assertThat(GaugedCase.objective(data, after, v, norm, lambda)).isLessThanOrEqualTo(before * (1 + 1e-12));
        double squares = step.squaresAt(flat(u), reached, gradient, 2 * data.loss(outer(u, v)));
        double exact = 2 * data.loss(outer(after, v));
        assertThat(squares).isGreaterThanOrEqualTo(exact * (1 - 1e-9) - 1e-9);
        if (!weighted) {
            assertThat(squares).isCloseTo(exact, within(1e-9 * (1 + exact)));
        }
    }

    /** Steps from where steps led: the rows satisfy the optimality conditions, coordinate by coordinate. */
    @Property(tries = 50)
    void whereItStandsStillEveryCoordinateIsOptimal(
            @ForAll @DoubleRange(min = 0, max = 1) double gamma, @ForAll boolean nonnegative, @ForAll long seed) {
        FactorNorm norm = new FactorNorm(new SparseGauge(gamma, nonnegative), SparseGauge.l2());
        DenseData data = DenseData.full(gaussian(ROWS, COLUMNS, seed));
        double[][] v = gaussian(COLUMNS, 2, seed + 2);
        double[][] start = inCone(gaussian(ROWS, 2, seed + 1), nonnegative);
        ColumnPenalty penalty = penalty(start, v, norm, 0.5);
        CoordinateStep step = new CoordinateStep(flat(times(transposed(v), v)), 2, 1, penalty);
        double[][] u = start;
        for (int k = 0; k < 300; k++) {
            u = PlainMatrix.rows(step.apply(flat(u), flat(times(data.gradient(outer(u, v)), v))), ROWS, 2);
        }
        double[][] slope = times(data.gradient(outer(u, v)), v);
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < 2; k++) {
                double pull = slope[i][k] - penalty.quadratic(k) * u[i][k];
                double pulled = u[i][k] == 0
                        ? Math.max(0, (nonnegative ? pull : Math.abs(pull)) - penalty.linear(k))
                        : pull - Math.copySign(penalty.linear(k), u[i][k]);
                assertThat(pulled).isCloseTo(0, within(1e-6));
            }
        }
    }

    /** Σ_k ‖V_k‖(½‖u_k‖²/a + ½a + γ‖u_k‖₁) λ is the gauges' price where a = ‖u_k‖, and above it elsewhere. */
    @Property(tries = 100)
    void thePenaltyMajorizesTheGauges(@ForAll @DoubleRange(min = 0, max = 1) double gamma, @ForAll long seed) {
        FactorNorm norm = new FactorNorm(new SparseGauge(gamma, false), new SparseGauge(0.2, false));
        double[][] own = gaussian(ROWS, 1, seed);
        double[][] other = gaussian(ROWS, 1, seed + 1);
        double[][] v = gaussian(COLUMNS, 1, seed + 2);
        ColumnPenalty penalty = penalty(own, v, norm, 0.7);
        DenseData none = DenseData.full(new double[ROWS][COLUMNS]);
        for (double[][] u : new double[][][] {own, other}) {
            double[] x = flat(u);
            double square = Arrays.stream(x).map(t -> t * t).sum();
            double l1 = Arrays.stream(x).map(Math::abs).sum();
            double length = Math.sqrt(Arrays.stream(flat(own)).map(t -> t * t).sum());
            double bound = 0.5 * penalty.quadratic(0) * (square + length * length) + penalty.linear(0) * l1;
            double price = GaugedCase.objective(none, u, v, norm, 0.7) - none.loss(outer(u, v));
            assertThat(bound).isGreaterThanOrEqualTo(price - 1e-10);
            if (u == own) {
                assertThat(bound).isCloseTo(price, within(1e-10));
            }
        }
    }

    private static CoordinateStep step(double[][] u, double[][] v, FactorNorm norm, double lambda, double most) {
        return new CoordinateStep(flat(times(transposed(v), v)), u[0].length, most, penalty(u, v, norm, lambda));
    }

    private static ColumnPenalty penalty(double[][] u, double[][] v, FactorNorm norm, double lambda) {
        return ColumnPenalty.of(lambda, norm.left(), norms(u), norm.right(), norms(v));
    }

    private static ColumnNorms norms(double[][] u) {
        int rank = u[0].length;
        double[] sums = new double[2 * rank];
        ColumnNorms.addTo(flat(u), rank, sums, 0);
        return ColumnNorms.read(sums, 0, rank);
    }

    private static double[][] inCone(double[][] u, boolean nonnegative) {
        return Arrays.stream(u)
                .map(row -> Arrays.stream(row)
                        .map(x -> nonnegative ? Math.max(0, x) : x)
                        .toArray())
                .toArray(double[][]::new);
    }
}
