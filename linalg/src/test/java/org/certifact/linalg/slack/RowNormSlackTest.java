package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;
import org.junit.jupiter.api.Test;

class RowNormSlackTest extends ProjectionContract {
    @Override
    protected Slack slack() {
        return new RowNormSlack(LAMBDA, GAMMA);
    }

    @Override
    protected FactorNorm norm() {
        return new FactorNorm(new SparseGauge(GAMMA, false), SparseGauge.l2());
    }

    /** In exact arithmetic: the bound must hold with rounding included. */
    @Override
    protected double outside(double[] s, int rows, int width) {
        BigDecimal bound = new BigDecimal(LAMBDA).multiply(new BigDecimal(GAMMA));
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            BigDecimal squares = BigDecimal.ZERO;
            for (int k = i * width; k < (i + 1) * width; k++) {
                squares = squares.add(new BigDecimal(s[k]).pow(2));
            }
            most = Math.max(
                    most,
                    squares.subtract(bound.pow(2)).round(MathContext.DECIMAL64).doubleValue());
        }
        return most;
    }

    @Test
    void shortRowsChangeSignAndLongOnesAreDrawnIn() {
        double[] h = {0.3, -0.4, 30, 40};
        double polar = new RowNormSlack(2, 0.5).apply(h, 2, 2);
        assertThat(h).containsExactly(new double[] {-0.3, 0.4, -0.6, -0.8}, within(2e-12));
        assertThat(polar).isEqualTo(2);
    }

    /** Lengths that are the bound but for rounding. */
    @Property
    void rowsOfJustTheBoundsLengthStayWithinIt(@ForAll long seed) {
        double[] h = Matrices.gaussian(7, 1, new SplittableRandom(seed));
        double scale = LAMBDA * GAMMA / Math.sqrt(Matrices.dot(h, h));
        for (int k = 0; k < h.length; k++) {
            h[k] *= scale;
        }
        slack().apply(h, 1, 7);
        assertThat(outside(h, 1, 7)).isLessThanOrEqualTo(0);
    }

    /** ‖S_i‖ ≤ (polar) γ for the longest row, and no less would do. */
    @Property
    void thePolarIsTheLongestRowOverGamma(@ForAll @DoubleRange(min = 0.01, max = 10) double length) {
        double[] h = {length, 0, 0.5 * length, 0};
        double polar = slack().apply(h, 2, 2);
        assertThat(polar).isCloseTo(Math.min(length / GAMMA, LAMBDA), within(1e-12 * polar));
        assertThat(Math.abs(h[0])).isLessThanOrEqualTo(polar * GAMMA * (1 + 1e-15));
    }
}
