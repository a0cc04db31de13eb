package org.certifact.matrix;

import java.io.Serializable;

/** One row or column of a model. */
public final class FactorRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final double bias;
    private final double[] factors;

    /**
     * @param bias its offset
     * @param factors its row of U or V. Not copied.
     */
    public FactorRow(String id, double bias, double[] factors) {
        this.id = id;
        this.bias = bias;
        this.factors = factors;
    }

    public String id() {
        return id;
    }

    /** Its offset. */
    public double bias() {
        return bias;
    }

    /** Its row of U or V. Not to be modified. */
    public double[] factors() {
        return factors;
    }
}
