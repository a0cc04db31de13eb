package org.certifact.linalg.kernel;

import java.util.Arrays;
import java.util.function.IntFunction;
import jdk.incubator.vector.DoubleVector;
import org.certifact.linalg.block.SparseBlock;

/**
 * The loops on {@code jdk.incubator.vector}. Some of a block's own
 * rows at a time are padded as the panel's, so that loops load whole vectors of them too.
 */
final class VectorKernel implements Kernel {
    static final int LANES = DoubleVector.SPECIES_PREFERRED.length();

    /** Entries that a call of a loop takes where segments are short: a call costs as much as a few of them. */
    private static final int AT_ONCE = 256;

    /** Rows that a call takes at most. */
    private static final int MOST_ROWS = 64;

    private final IntFunction<RowLoops> loops;

    /** With loops compiled for each number of vectors. */
    VectorKernel() {
        this(VectorKernel::compiledFor);
    }

    /** @param loops by the width of a row */
    VectorKernel(IntFunction<RowLoops> loops) {
        this.loops = loops;
    }

    private static RowLoops compiledFor(int width) {
        return width > 0 && width <= VectorTemplate.WIDEST ? VectorTemplate.of(width) : new WideRowLoops(width);
    }

    @Override
    public String name() {
        return "vector" + DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public int stride(int rank) {
        return (rank + LANES - 1) / LANES * LANES;
    }

    @Override
    public double residualGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        RowLoops loops = loops(block, panel, rank);
        OwnRows u = own("rows", rows, block, rank);
        OwnRows g = own("gradient", gradient, block, rank);
        Arrays.fill(gradient, 0.0);
        return sum(block, (first, last, row) -> {
            int at = u.load(row, last - first);
            g.load(row, last - first);
            double sum = loops.addGradient(block, false, first, last, u.wide(), at, panel, g.wide());
            g.store(row, last - first);
            return sum;
        });
    }

    @Override
    public void residual(SparseBlock block, double[] rows, double[] panel, int rank, double[] residual) {
        RowLoops loops = loops(block, panel, rank);
        OwnRows u = own("rows", rows, block, rank);
        requireLength("residual", residual, block.entries(), 1);
        if (rank == 0) {
            System.arraycopy(block.values(), 0, residual, 0, residual.length);
            return;
        }
        sum(block, (first, last, row) -> {
            loops.residual(block, first, last, u.wide(), u.load(row, last - first), panel, residual);
            return 0;
        });
    }

    @Override
    public void rowNormal(SparseBlock block, int i, double[] p, double[] panel, int rank, double[] out) {
        RowLoops loops = loops(block, panel, rank);
        requireLength("p", p, 1, stride(rank));
        requireLength("out", out, 1, stride(rank));
        Arrays.fill(out, 0.0);
        for (int tile = 0; tile < block.tiles(); tile++) {
            int segment = block.segment(tile, i);
            loops.addGradient(block, true, segment, segment + 1, p, 0, panel, out);
        }
        negate(out);
    }

    @Override
    public void imageSquares(SparseBlock block, double[] rows, double[] panel, int rank, double[] squares) {
        RowLoops loops = loops(block, panel, rank);
        OwnRows u = own("rows", rows, block, rank);
        requireLength("squares", squares, block.rows(), 1);
        Arrays.fill(squares, 0.0);
        sum(block, (first, last, row) -> {
            loops.addSquares(block, first, last, u.wide(), u.load(row, last - first), panel, squares, row);
            return 0;
        });
    }

    @Override
    public double addPanelGradient(SparseBlock block, double[] rows, double[] panel, int rank, double[] gradient) {
        return addPanelGradient(block, false, rows, panel, rank, gradient);
    }

    @Override
    public void panelNormal(SparseBlock block, double[] rows, double[] panel, int rank, double[] out) {
        Arrays.fill(out, 0.0);
        addPanelGradient(block, true, rows, panel, rank, out);
        negate(out);
    }

    /** The gradient at entries that are zeros is minus the normal operator. */
    private double addPanelGradient(
            SparseBlock block, boolean zeros, double[] rows, double[] panel, int rank, double[] gradient) {
        RowLoops loops = loops(block, panel, rank);
        OwnRows u = own("rows", rows, block, rank);
        requireLength("gradient", gradient, block.panelRows(), stride(rank));
        return sum(block, (first, last, row) -> {
            int at = u.load(row, last - first);
            return loops.addPanelGradient(block, zeros, first, last, u.wide(), at, panel, gradient);
        });
    }

    @Override
    public void addTimes(SparseBlock block, double[] x, int count, double[] y) {
        if (count % LANES != 0) {
            block.addTimes(x, count, count, y);
            return;
        }
        RowLoops loops = loops(block, x, count);
        requireLength("y", y, block.rows(), count);
        sum(block, (first, last, row) -> {
            loops.addTimes(block, first, last, x, y, row);
            return 0;
        });
    }

    @Override
    public void addTransposeTimes(SparseBlock block, double[] y, int count, double[] x) {
        if (count % LANES != 0) {
            block.addTransposeTimes(y, count, x);
            return;
        }
        RowLoops loops = loops(block, x, count);
        requireLength("y", y, block.rows(), count);
        sum(block, (first, last, row) -> {
            loops.addTransposeTimes(block, first, last, y, row, x);
            return 0;
        });
    }

    @Override
    public void addGramTimes(SparseBlock block, double[] x, int count, double[] out) {
        if (count == 0 || count % LANES != 0 || count > VectorTemplate.WIDEST || block.tiles() > 1) {
            Kernel.super.addGramTimes(block, x, count, out);
            return;
        }
        requireLength("x", x, block.panelRows(), count);
        requireLength("out", out, block.panelRows(), count);
        VectorLoops loops = VectorTemplate.of(count);
        sum(block, (first, last, row) -> {
            loops.addGramTimes(block, first, last, x, out);
            return 0;
        });
    }

    /** What is done with the segments from first to last - 1 of one tile, the first of which belongs to row. */
    @FunctionalInterface
    private interface Run {
        double over(int first, int last, int row);
    }

    private static double sum(SparseBlock block, Run run) {
        double sum = 0;
        for (int tile = 0; tile < block.tiles(); tile++) {
            int end = block.segment(tile, block.rows());
            for (int first = block.segment(tile, 0); first < end; ) {
                int last = first + 1;
                while (last < end
                        && last - first < MOST_ROWS
                        && block.start(last + 1) - block.start(first) <= AT_ONCE) {
                    last++;
                }
                sum += run.over(first, last, first - block.segment(tile, 0));
                first = last;
            }
        }
        return sum;
    }

    /** The loops for a rank, which look at no index themselves: what they need of their arrays is checked here, once a pass. */
    private RowLoops loops(SparseBlock block, double[] panel, int rank) {
        int width = stride(rank);
        requireLength("panel", panel, block.panelRows(), width);
        return loops.apply(width);
    }

    private static void requireLength(String name, double[] x, int rows, int width) {
        if (x.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    name + " has " + x.length + " numbers and not " + width + " for each of " + rows + " rows");
        }
    }

    private OwnRows own(String name, double[] rows, SparseBlock block, int rank) {
        requireLength(name, rows, block.rows(), rank);
        return new OwnRows(rows, rank, stride(rank), MOST_ROWS);
    }

    private static void negate(double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = 0 - x[k];
        }
    }
}
