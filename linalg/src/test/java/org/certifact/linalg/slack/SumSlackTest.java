package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;

/** Non-negative sparse codes: a cone and a ball. */
class SumSlackTest extends SlackContract {
    @Override
    protected Slack slack() {
        return new SumSlack(new NonnegativeSlack(), new RowNormSlack(LAMBDA, GAMMA));
    }

    @Override
    protected FactorNorm norm() {
        return new FactorNorm(new SparseGauge(GAMMA, true), SparseGauge.nonnegativeL2());
    }

    /** A point of the sum lies above a short row: its negative part is no longer than the ball allows. */
    @Override
    protected double outside(double[] s, int rows, int width) {
        double[] negative = Arrays.stream(s).map(x -> Math.min(0, x)).toArray();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            double[] row = Arrays.copyOfRange(negative, i * width, (i + 1) * width);
            most = Math.max(most, Math.sqrt(Matrices.dot(row, row)) - LAMBDA * GAMMA);
        }
        return most;
    }

    /** The dual is smooth with constant 1 at least: T(H) moves no further than H does. */
    @Property(tries = 200)
    void itDoesNotExpand(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = Matrices.gaussian(12, 2, random);
        double[] b = Matrices.gaussian(12, 2, random);
        double before = Matrices.squaredDistance(a, b);
        slack().apply(a, 3, 4);
        slack().apply(b, 3, 4);
        assertThat(Matrices.squaredDistance(a, b)).isLessThanOrEqualTo(before * (1 + 1e-9));
    }

    @Property(tries = 100)
    void itIsTheSumOfBothAtHalfOfH(@ForAll long seed) {
        double[] h = Matrices.gaussian(12, 2, new SplittableRandom(seed));
        double[] first = Arrays.stream(h).map(x -> 0.5 * x).toArray();
        double[] second = first.clone();
        new NonnegativeSlack().apply(first, 3, 4);
        double polar = new RowNormSlack(LAMBDA, GAMMA).apply(second, 3, 4);
        double[] s = h.clone();
        assertThat(slack().apply(s, 3, 4)).isEqualTo(polar);
        double[] expected = new double[12];
        Arrays.setAll(expected, k -> first[k] + second[k]);
        assertThat(s).containsExactly(expected, within(1e-15));
    }
}
