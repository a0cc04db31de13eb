package org.certifact.linalg.gauge;

class NonnegativeSparseGaugeTest extends GaugeContract {
    @Override
    protected Gauge gauge() {
        return new SparseGauge(0.3, true);
    }
}
