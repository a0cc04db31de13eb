package org.certifact.linalg.gauge;

class NonnegativeGaugeTest extends GaugeContract {
    @Override
    protected Gauge gauge() {
        return SparseGauge.nonnegativeL2();
    }
}
