package org.certifact.linalg.quartic;

import java.util.Arrays;

/** Signals in memory. */
public final class LocalSignals implements SignalPasses {
    private final SignalBlock block;
    private final int signals;
    private final int dimension;

    /** @param values signals × dimension, row-major. Not copied. */
    public LocalSignals(double[] values, int signals, int dimension) {
        this.block = new SignalBlock(values, signals, dimension);
        this.signals = signals;
        this.dimension = dimension;
    }

    @Override
    public int signals() {
        return signals;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double[] norms() {
        return block.norms();
    }

    @Override
    public Moments moments(int leading, double[] monomials, double[] quadratic) {
        double[] both = block.moments(leading, monomials, quadratic);
        return new Moments(Arrays.copyOf(both, signals), Arrays.copyOfRange(both, signals, 2 * signals));
    }

    @Override
    public Sums sums(int leading, double[] fourth, double[] second) {
        return Sums.of(block.sums(leading, fourth, second, 0), leading);
    }
}
