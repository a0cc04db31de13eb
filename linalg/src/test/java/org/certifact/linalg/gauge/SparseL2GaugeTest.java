package org.certifact.linalg.gauge;

class SparseL2GaugeTest extends GaugeContract {
    @Override
    protected Gauge gauge() {
        return new SparseGauge(0.3, false);
    }
}
