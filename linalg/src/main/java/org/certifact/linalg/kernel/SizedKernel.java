package org.certifact.linalg.kernel;

import org.certifact.linalg.block.SparseBlock;

/**
 * One kernel where a pass is short, another where it is long. Loops that know the number of vectors that a row takes are compiled
 * anew for every such number, and until then each vector is an object: on few entries a whole run is over before that pays.
 */
final class SizedKernel implements Kernel {
    /** Entries times rank of a short pass: a few milliseconds. */
    private static final long SHORT = 1 << 23;

    private final Kernel few;
    private final Kernel many;
    private final long most;

    /** @param few and many have the same stride */
    SizedKernel(Kernel few, Kernel many) {
        this(few, many, SHORT);
    }

    /** @param most entries times rank that are few */
    SizedKernel(Kernel few, Kernel many, long most) {
        this.few = few;
        this.many = many;
        this.most = most;
    }

    private Kernel of(SparseBlock block, int rank) {
        return (long) block.entries() * rank <= most ? few : many;
    }

    @Override
    public String name() {
        return many.name();
    }

    @Override
    public int stride(int rank) {
        return many.stride(rank);
    }

    @Override
    public double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        return of(block, rank).residualGradient(block, rows, panel, rank, gradient);
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        of(block, rank).residual(block, rows, panel, rank, residual);
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        of(block, rank).rowNormal(block, i, p, panel, rank, out);
    }

    @Override
    public void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares) {
        of(block, rank).imageSquares(block, rows, panel, rank, squares);
    }

    @Override
    public double addPanelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        return of(block, rank).addPanelGradient(block, rows, panel, rank, gradient);
    }

    @Override
    public void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out) {
        of(block, rank).panelNormal(block, rows, panel, rank, out);
    }

    @Override
    public void addTimes(SparseBlock block, double[] x, int count, double[] y) {
        of(block, count).addTimes(block, x, count, y);
    }

    @Override
    public void addTransposeTimes(SparseBlock block, double[] y, int count, double[] x) {
        of(block, count).addTransposeTimes(block, y, count, x);
    }

    @Override
    public void addGramTimes(SparseBlock block, double[] x, int count, double[] out) {
        of(block, count).addGramTimes(block, x, count, out);
    }
}
