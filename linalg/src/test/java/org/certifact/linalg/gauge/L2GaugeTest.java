package org.certifact.linalg.gauge;

class L2GaugeTest extends GaugeContract {
    @Override
    protected Gauge gauge() {
        return SparseGauge.l2();
    }
}
