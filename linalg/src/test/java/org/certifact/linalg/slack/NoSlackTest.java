package org.certifact.linalg.slack;

import org.certifact.linalg.gauge.FactorNorm;
import org.certifact.linalg.gauge.SparseGauge;

class NoSlackTest extends ProjectionContract {
    @Override
    protected Slack slack() {
        return new NoSlack();
    }

    @Override
    protected FactorNorm norm() {
        return new FactorNorm(SparseGauge.l2(), SparseGauge.l2());
    }

    @Override
    protected double outside(double[] s, int rows, int width) {
        return Matrices.dot(s, s);
    }
}
