package org.certifact.linalg.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.operator.DenseOperator;

class NonnegativeSlackTest extends ProjectionContract {
    @Override
    protected Slack slack() {
        return new NonnegativeSlack();
    }

    @Override
    protected FactorNorm norm() {
        return FactorNorm.nonnegative();
    }

    @Override
    protected double outside(double[] s, int rows, int width) {
        return -Arrays.stream(s).min().orElse(0);
    }

    @Property(tries = 200)
    void ofNonnegativeVectorsItIsNonnegative(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] s = Matrices.gaussian(20, 1, random);
        slack().apply(s, 5, 4);
        double[] u = random.doubles(5).toArray();
        double[] v = random.doubles(4).toArray();
        assertThat(Matrices.dot(u, new DenseOperator(5, 4, s).apply(v, 1))).isGreaterThanOrEqualTo(0);
    }
}
