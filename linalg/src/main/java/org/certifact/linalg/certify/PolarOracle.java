package org.certifact.linalg.certify;

import org.certifact.linalg.operator.LinearOperator;

/** Bounds the polar of a gauge pair from both sides and finds atoms. */
public interface PolarOracle {

    /** @param gradient G = −∇L, in coordinates in which the gauges are the oracle's own */
    PolarBound bound(LinearOperator gradient, PolarRequest request);
}
